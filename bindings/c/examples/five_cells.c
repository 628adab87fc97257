/* Five cells of a laboratory sheet to a class. */
#include <gb3838.h>
#include <stdio.h>
#include <string.h>

int main(void) {
    static const struct { uint8_t item; const char *cell; } cells[] = {
        {GB3838_PH, "7.66"}, {GB3838_DISSOLVED_OXYGEN, "8.1"}, {GB3838_PERMANGANATE_INDEX, "13.3"},
        {GB3838_AMMONIA_NITROGEN, "0.025L"}, {GB3838_TOTAL_PHOSPHORUS, "0.12"}};
    gb3838_sample sample = {0};
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
        if (gb3838_sample_parse(&sample, cells[i].item, cells[i].cell, strlen(cells[i].cell), 0))
            return 1;
    gb3838_assessment found;
    gb3838_status status = gb3838_assess(gb3838_river_readings(), &sample, NULL, &found);
    char items[128];
    gb3838_items_text(found.determining, items, sizeof items);
    printf("%s: class %s by %s\n", gb3838_status_text(status), gb3838_class_name(found.class_code), items);
    return status;
}
