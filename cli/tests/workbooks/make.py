"""Writes the workbooks of the tests, once: pip install openpyxl xlwt; python make.py"""

import datetime as dt
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).parent
ITEMS = ["pH", "溶解氧", "高锰酸盐指数", "氨氮", "总磷", "汞"]
ROWS = [
    ("甲桥", dt.date(2026, 1, 5), [7.20, 8.1, 3.5, 0.42, 0.09, "0.00004L"]),
    ("乙桥", dt.date(2026, 1, 5), [7.5, 5.2, 6.4, 1.2, 0.05, "0.00004L"]),
    ("甲桥", dt.date(2026, 2, 6), [7.40, 6.5, 4.5, 0.58, 0.15, "0.00004L"]),
    ("乙桥", dt.date(2026, 2, 6), [7.1, 7.6, 1.9, 0.10, 0.02, "0.00004L"]),
]


def sheets():
    """Name, rows, merged ranges (first row, first column, last row, last column from 0)."""
    title = ["2026年地表水水质监测结果"] + [None] * 7
    group = ["断面\n名称", "采样\n日期", "监测项目（mg/L，pH除外）"] + [None] * 5
    names = [None, None, "pH\n（无量纲）", "溶解氧", "高锰酸盐\n指数", "氨氮\n(NH3-N)", "总磷", "汞"]
    wide = [title, group, names]
    wide += [[section, day, *values] for section, day, values in ROWS]
    wide += [["平均值", None, 7.3, 6.85, 4.075, 0.575, 0.0775, None]]
    merged = [(0, 0, 0, 7), (1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 7)]
    yield "结果", wide, merged

    long = [["断面", "监测时间", "项目", "结果", "单位"]]
    for section, day, values in ROWS:
        for item, value in zip(ITEMS, values):
            at = dt.datetime(day.year, day.month, day.day, 8, 30)
            long.append([section, at, item, value, None if item == "pH" else "mg/L"])
    yield "长表", long, []

    lab = [["检测项目", "单位"] + [row[0] for row in ROWS], ["采样日期", None] + [row[1] for row in ROWS]]
    for place, item in enumerate(ITEMS):
        lab.append([item, "无量纲" if item == "pH" else "mg/L"] + [row[2][place] for row in ROWS])
    yield "化验单", lab, []

    months = [["section", "month", "pH", "DO", "CODMn", "NH3-N(μg/L)", "TP"]]
    for section, day, values in ROWS:
        ammonia = round(values[3] * 1000)
        months.append([section, f"{day.year}-{day.month:02}", *values[:3], ammonia, values[4]])
    yield "months", months, []

    yield "空", [], []


def write_xlsx():
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows, merged in sheets():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for first_row, first_column, last_row, last_column in merged:
            sheet.merge_cells(
                start_row=first_row + 1, start_column=first_column + 1,
                end_row=last_row + 1, end_column=last_column + 1,
            )
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, dt.datetime):
                    cell.number_format = "yyyy/m/d h:mm"
                elif isinstance(cell.value, dt.date):
                    cell.number_format = 'yyyy"年"m"月"d"日"'
                elif isinstance(cell.value, float):
                    cell.number_format = "0.00"
                elif isinstance(cell.value, str):
                    cell.alignment = Alignment(wrap_text=True, horizontal="center")
        if rows:
            sheet["A1"].font = Font(bold=True)
    book.save(HERE / "readings.xlsx")

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["断面", "时间", "pH", "氨氮", "总磷", "备注"])
    sheet.append(["甲桥", dt.datetime(2026, 1, 5, 8, 0), "7.2", "#DIV/0!", 0.09, True])
    sheet["D2"].data_type = "e"
    book.save(HERE / "odd.xlsx")


def write_xls():
    book = xlwt.Workbook(encoding="utf-8")
    for name, rows, merged in sheets():
        sheet = book.add_sheet(name)
        starts = {(first_row, first_column): place for place, (first_row, first_column, _, _) in enumerate(merged)}
        for at, row in enumerate(rows):
            for place, value in enumerate(row):
                if value is None:
                    continue
                style = xlwt.XFStyle()
                if isinstance(value, dt.datetime):
                    style.num_format_str = "YYYY-MM-DD HH:MM"
                elif isinstance(value, dt.date):
                    style.num_format_str = "YYYY-MM-DD"
                elif isinstance(value, float):
                    style.num_format_str = "0.00"
                if (at, place) in starts:
                    first_row, first_column, last_row, last_column = merged[starts[at, place]]
                    sheet.write_merge(first_row, last_row, first_column, last_column, value, style)
                else:
                    sheet.write(at, place, value, style)
    book.save(str(HERE / "readings.xls"))


write_xlsx()
write_xls()
