// Tables through Arrow's C data interface, from C++. Expected classes are read from Table 1.
#include <gb3838.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#define CHECK(what)                                                                              \
    do {                                                                                         \
        if (!(what)) {                                                                           \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #what);                      \
            std::exit(1);                                                                        \
        }                                                                                        \
    } while (0)

namespace {

// A table that is borrowed: release is there, and must never be called.
struct Column {
    const char *format;
    const char *name;
    std::vector<const void *> buffers;
    int64_t null_count = 0;
};

void never(ArrowSchema *) { std::abort(); }
void never(ArrowArray *) { std::abort(); }

struct Table {
    std::vector<ArrowSchema> schemas;
    std::vector<ArrowArray> arrays;
    std::vector<ArrowSchema *> schema_children;
    std::vector<ArrowArray *> array_children;
    std::vector<Column> columns;
    const void *no_buffer[1] = {nullptr};
    ArrowSchema schema{};
    ArrowArray array{};

    Table(std::vector<Column> from, int64_t rows) : columns(std::move(from)) {
        for (auto &column : columns) {
            ArrowSchema field{};
            field.format = column.format;
            field.name = column.name;
            field.release = never;
            schemas.push_back(field);
            ArrowArray values{};
            values.length = rows;
            values.null_count = column.null_count;
            values.n_buffers = static_cast<int64_t>(column.buffers.size());
            values.buffers = column.buffers.data();
            values.release = never;
            arrays.push_back(values);
        }
        for (auto &field : schemas) schema_children.push_back(&field);
        for (auto &values : arrays) array_children.push_back(&values);
        schema.format = "+s";
        schema.name = "";
        schema.n_children = array.n_children = static_cast<int64_t>(columns.size());
        schema.children = schema_children.data();
        schema.release = never;
        array.length = rows;
        array.n_buffers = 1;
        array.buffers = no_buffer;
        array.children = array_children.data();
        array.release = never;
    }
    Table(const Table &) = delete;
};

struct Answer {
    ArrowSchema schema{};
    ArrowArray array{};
    char message[256] = "";
    ~Answer() {
        if (schema.release) schema.release(&schema);
        if (array.release) array.release(&array);
    }
    const ArrowArray &column(const char *name) const {
        for (int64_t place = 0; place < schema.n_children; place++)
            if (!std::strcmp(schema.children[place]->name, name)) return *array.children[place];
        CHECK(!"no such column");
        std::abort();
    }
    template <typename T> const T *values(const char *name, int buffer = 1) const {
        return static_cast<const T *>(column(name).buffers[buffer]);
    }
};

gb3838_status classify(const Table &table, Answer &answer, const gb3838_table_options *options = nullptr) {
    return gb3838_classify_table(options, &table.schema, &table.array, &answer.schema, &answer.array,
                                 answer.message, sizeof answer.message);
}

void numbers_and_texts() {
    const double oxygen[] = {8.1, 4.2, NAN, -1.0};
    const float phosphorus[] = {0.02f, 0.02f, 0.3f, 0.02f};
    const uint8_t valid[] = {0b0101};
    const int32_t offsets[] = {0, 4, 10, 13, 13};
    const char *texts = "0.151.0001Labc";
    const uint8_t below[] = {0};
    Table table({{"g", "DO", {nullptr, oxygen}},
                 {"f", "TP", {valid, phosphorus}, 2},
                 {"u", "NH3-N", {nullptr, offsets, texts}},
                 {"b", "DO_below", {nullptr, below}},
                 {"g", "flow", {nullptr, oxygen}}},
                4);
    // NH3-N: "0.15", "1.0001", "Lab", "". DO of 8.1 is I, 4.2 is IV; TP of 0.02 is I, 0.3 is IV.
    Answer answer;
    gb3838_table_options options{};
    options.target = 3;
    CHECK(classify(table, answer, &options) == GB3838_OK);
    CHECK(answer.array.length == 4);
    const uint8_t *code = answer.values<uint8_t>("class");
    CHECK(code[0] == 1 && code[1] == 4 && code[2] == 4 && code[3] == 0);
    const uint32_t *determining = answer.values<uint32_t>("determining");
    CHECK(determining[0] == (GB3838_SET(GB3838_DISSOLVED_OXYGEN) | GB3838_SET(GB3838_AMMONIA_NITROGEN) |
                             GB3838_SET(GB3838_TOTAL_PHOSPHORUS)));
    CHECK(determining[1] == (GB3838_SET(GB3838_DISSOLVED_OXYGEN) | GB3838_SET(GB3838_AMMONIA_NITROGEN)));
    CHECK(determining[2] == GB3838_SET(GB3838_TOTAL_PHOSPHORUS));
    const uint8_t *met = answer.values<uint8_t>("met");
    CHECK(met[0] == GB3838_MET && met[1] == GB3838_MISSED && met[3] == GB3838_NOT_ASSESSED);
    // Findings: the text that is no reading, and the negative oxygen.
    const ArrowArray &findings = answer.column("findings");
    const auto *bits = static_cast<const uint8_t *>(findings.buffers[0]);
    CHECK(findings.null_count == 2 && bits[0] == 0b1100);
}

void refused() {
    const double values[] = {1, 2};
    Answer answer;
    Table twice({{"g", "DO", {nullptr, values}}, {"g", "\xe6\xba\xb6\xe8\xa7\xa3\xe6\xb0\xa7", {nullptr, values}}}, 2);
    CHECK(classify(twice, answer) == GB3838_ITEM_TWICE && std::strlen(answer.message) > 0);
    Table list({{"+l", "DO", {nullptr, values}}}, 2);
    CHECK(classify(list, answer) == GB3838_OTHER_TYPE);
    Table null_buffer({{"g", "DO", {nullptr, nullptr}}}, 2);
    CHECK(classify(null_buffer, answer) == GB3838_BAD_ARROW);
    Table few_buffers({{"g", "DO", {nullptr}}}, 2);
    CHECK(classify(few_buffers, answer) == GB3838_BAD_ARROW);
    Table good({{"g", "DO", {nullptr, values}}}, 2);
    good.arrays[0].length = 1;
    CHECK(classify(good, answer) == GB3838_BAD_ARROW);
    good.arrays[0].length = 2;
    good.array.length = -1;
    CHECK(classify(good, answer) == GB3838_BAD_ARROW);
    good.array.length = INT64_MAX;
    good.arrays[0].length = INT64_MAX;
    CHECK(classify(good, answer) == GB3838_BAD_ARROW);
    good.array.length = good.arrays[0].length = 2;
    good.arrays[0].offset = INT64_MAX;
    CHECK(classify(good, answer) == GB3838_BAD_ARROW);
    good.arrays[0].offset = 0;
    CHECK(gb3838_classify_table(nullptr, nullptr, &good.array, &answer.schema, &answer.array, nullptr, 0) ==
          GB3838_NULL_POINTER);
    CHECK(gb3838_classify_table(nullptr, &good.schema, &good.array, nullptr, &answer.array, nullptr, 0) ==
          GB3838_NULL_POINTER);
    const int32_t offsets[] = {0, 5, 3};
    Table backwards({{"u", "DO", {nullptr, offsets, "12345"}}}, 2);
    Answer empty;
    CHECK(classify(backwards, empty) == GB3838_OK);
    // Nothing was written behind an error.
    CHECK(!answer.schema.release && !answer.array.release);
}

void years() {
    const int32_t names[] = {0, 1, 2, 3};
    const int32_t days[] = {19723, 19754, 19723}; // 2024-01-01, 2024-02-01, 2024-01-01
    const double ammonia[] = {1.0, 1.01, 0.2};
    const int32_t names_backwards[] = {0, 1, 2, 3};
    const int32_t days_backwards[] = {19723, 19754, 19723};
    const double ammonia_backwards[] = {0.2, 1.01, 1.0};
    Table table({{"u", "site", {nullptr, names, "aab"}}, {"tdD", "day", {nullptr, days}}, {"g", "NH3-N", {nullptr, ammonia}}}, 3);
    Table backwards({{"u", "site", {nullptr, names_backwards, "baa"}}, {"tdD", "day", {nullptr, days_backwards}},
                     {"g", "NH3-N", {nullptr, ammonia_backwards}}}, 3);
    gb3838_annual *one = gb3838_annual_new(), *two = gb3838_annual_new();
    char message[200];
    CHECK(gb3838_annual_feed(one, &table.schema, &table.array, "site", 4, "day", 3, 0, message, sizeof message) == GB3838_OK);
    CHECK(gb3838_annual_feed(two, &backwards.schema, &backwards.array, "site", 4, "day", 3, 0, nullptr, 0) == GB3838_OK);
    CHECK(gb3838_annual_feed(one, &table.schema, &table.array, "place", 5, "day", 3, 0, message, sizeof message) == GB3838_NO_COLUMN);
    auto state_of = [](const gb3838_annual *sums) {
        size_t length = 0;
        CHECK(gb3838_annual_state(sums, nullptr, 0, &length) == GB3838_SHORT_BUFFER);
        std::vector<uint8_t> state(length);
        CHECK(gb3838_annual_state(sums, state.data(), state.size(), &length) == GB3838_OK);
        return state;
    };
    auto state = state_of(one);
    CHECK(state == state_of(two));
    gb3838_fed fed;
    CHECK(gb3838_annual_fed(one, &fed, message, sizeof message) == GB3838_OK);
    CHECK(fed.used == 3 && fed.refused == 0 && fed.sections == 2 && !*message);
    Answer answer;
    // (1.00 + 1.01) / 2 = 1.005, half to even 1.00: class III.
    CHECK(gb3838_annual_classes(one, nullptr, 0, &answer.schema, &answer.array, message, sizeof message) == GB3838_OK);
    CHECK(answer.array.length == 2);
    // Numbers of a dictionary in the order of classes: 0 is I.
    CHECK(answer.values<uint8_t>("class")[0] == 2 && answer.values<uint8_t>("class")[1] == 1);
    const ArrowArray &classes = *answer.column("class").dictionary;
    const auto *ends = static_cast<const int64_t *>(classes.buffers[1]);
    const auto *bytes = static_cast<const char *>(classes.buffers[2]);
    CHECK(classes.length == 6 && std::string(bytes + ends[2], bytes + ends[3]) == "III");
    CHECK(std::string(bytes + ends[5], bytes + ends[6]) == "inferior_V");
    gb3838_annual *three = gb3838_annual_new();
    CHECK(gb3838_annual_merge_state(three, state.data(), state.size(), nullptr, 0) == GB3838_OK);
    CHECK(state_of(three) == state);
    CHECK(gb3838_annual_merge(three, one, nullptr, 0) == GB3838_OK && gb3838_annual_merge(three, three, nullptr, 0) == GB3838_OK);
    // Broken states are refused, at every length and with any byte changed in turn.
    for (size_t length = 0; length < state.size(); length++) {
        gb3838_annual *broken = gb3838_annual_new();
        CHECK(gb3838_annual_merge_state(broken, state.data(), length, nullptr, 0) == GB3838_BAD_STATE);
        auto changed = state;
        changed[length] ^= 0x5a;
        gb3838_status status = gb3838_annual_merge_state(broken, changed.data(), changed.size(), nullptr, 0);
        CHECK(status >= 0 && status < GB3838_FAULT);
        gb3838_annual_free(broken);
    }
    for (gb3838_annual *sums : {one, two, three}) gb3838_annual_free(sums);
    gb3838_annual_free(nullptr);
}

// Breaks a table where its reader can see it: null pointers, counts, lengths, offsets, types.
bool breaks(Table &table, uint64_t word, std::vector<int32_t> &offsets) {
    const auto place = static_cast<size_t>((word >> 8) % table.arrays.size());
    ArrowArray &array = table.arrays[place];
    ArrowSchema &schema = table.schemas[place];
    const int64_t wrong[] = {-1, INT64_MIN, INT64_MAX, INT64_MAX / 8, 1000};
    const int64_t size = wrong[(word >> 16) % 5];
    switch (word % 24) {
    case 0: table.array.length = size; return true;
    case 1: table.array.offset = size; return true;
    case 2: table.array.n_children = size; return true;
    case 3: table.schema.n_children = size < 0 ? size : 1; return true;
    case 4: table.array.children = nullptr; return true;
    case 5: table.schema.children = nullptr; return true;
    case 6: table.array_children[place] = nullptr; return true;
    case 7: table.schema_children[place] = nullptr; return true;
    case 8: table.schema.format = (word >> 20) % 2 ? "g" : nullptr; return true;
    case 9: table.array.release = nullptr; return true;
    case 10: table.schema.release = nullptr; return true;
    case 11: array.length = size < 0 ? size : 0; return true;
    // An offset that memory can have is the producer's word.
    case 12: array.offset = size < 0 ? size : INT64_MAX; return true;
    case 13: array.n_buffers = size < 0 ? size : (word >> 24) % 2; return true;
    case 14: array.buffers = nullptr; return true;
    case 15: table.columns[place].buffers.assign(3, nullptr); array.null_count = -1;
        array.buffers = table.columns[place].buffers.data(); return true;
    case 16: schema.format = nullptr; return true;
    case 17: schema.name = nullptr; return true;
    case 18: schema.name = "\xff\xfe"; return true;
    case 19: schema.dictionary = &schema; return true;
    case 20: for (auto &offset : offsets) offset = static_cast<int32_t>(word >> (offset & 31)); return false;
    case 21:
        if (std::strcmp(table.columns[place].format, "u")) schema.format = "d:38,200";
        return true;
    default: return false;
    }
}

void fuzz(long calls) {
    uint64_t state = 88172645463325252u;
    long done = 0;
    for (long call = 0; call < calls; call++) {
        auto next = [&] {
            state ^= state << 13, state ^= state >> 7, state ^= state << 17;
            return state;
        };
        const int64_t rows = static_cast<int64_t>(next() % 9);
        std::vector<uint64_t> bytes(32);
        for (auto &word : bytes) word = next();
        std::vector<int32_t> offsets(12);
        for (int row = 0; row < 12; row++) offsets[row] = row ? offsets[row - 1] + static_cast<int32_t>(next() % 12) : 0;
        static const char *const formats[] = {"g", "f", "i", "l", "c", "C", "s", "S", "I", "L", "u", "b", "n", "d:20,4", "tdD", "tsu:", "vu", "x", ""};
        const char *format = formats[next() % 19];
        const char *other = formats[next() % 16];
        auto buffers = [&](const char *of) -> std::vector<const void *> {
            const void *valid = next() % 2 ? bytes.data() + 20 : nullptr;
            if (!std::strcmp(of, "n")) return {};
            if (!std::strcmp(of, "u")) return {valid, offsets.data(), bytes.data()};
            if (!std::strcmp(of, "vu")) return {valid, bytes.data(), nullptr};
            return {valid, bytes.data()};
        };
        Table table({{format, "DO", buffers(format), static_cast<int64_t>(next() % 3) - 1},
                     {other, next() % 3 ? "TP" : "DO_below", buffers(other), -1}}, rows);
        bool lies = false;
        // Offsets that go anywhere are not within the rules: a reader cannot know the end of the
        // bytes. Those that go backwards are, up to the last one.
        if (next() % 2) {
            const int32_t end = offsets.back();
            lies = breaks(table, next(), offsets);
            for (auto &offset : offsets) offset = std::min(std::abs(offset % (end + 1)), end);
        }
        Answer answer;
        gb3838_table_options options{};
        options.cells = next() % 9;
        options.target = next() % 8;
        options.wanted = next() % 130;
        options.lake = next() % 2;
        gb3838_status status = classify(table, answer, &options);
        CHECK(status >= 0 && status < GB3838_FAULT);
        CHECK(status != GB3838_OK || lies || answer.array.length == rows);
        CHECK(status == GB3838_OK || (!answer.array.release && !answer.schema.release));
        if (call % 16 == 0) {
            gb3838_annual *sums = gb3838_annual_new();
            status = gb3838_annual_feed(sums, &table.schema, &table.array, "TP", 2, "DO", 2, 0, nullptr, 0);
            CHECK(status >= 0 && status < GB3838_FAULT);
            const size_t length = next() % 200;
            status = gb3838_annual_merge_state(sums, reinterpret_cast<uint8_t *>(bytes.data()), length, nullptr, 0);
            CHECK(status >= 0 && status < GB3838_FAULT);
            gb3838_annual_free(sums);
        }
        done += status == GB3838_OK;
    }
    CHECK(done > calls / 20);
}

} // namespace

int main(int count, char **arguments) {
    numbers_and_texts();
    refused();
    years();
    fuzz(count > 1 ? std::atol(arguments[1]) : 2000);
    std::puts("tables: as expected");
    return 0;
}
