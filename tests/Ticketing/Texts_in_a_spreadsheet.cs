using Helpdesk.Ticketing.Exports;

namespace Helpdesk.Ticketing.Tests;

public sealed class Texts_in_a_spreadsheet
{
    [Theory]
    [InlineData("-5 grados")]
    [InlineData("-5")]
    [InlineData("-5,5")]
    [InlineData("-1.234,56")]
    [InlineData("-5%")]
    [InlineData("-5 %")]
    [InlineData("- 5 grados en la sala 3")]
    [InlineData("-5°C por la noche, ¿es normal?")]
    [InlineData("-20kg")]
    [InlineData("-5 درجات")]
    [InlineData("Impresora")]
    [InlineData("a = b")]
    [InlineData("1+1")]
    [InlineData("gracias ;-)")]
    [InlineData("precio, -5 aprox.")]
    [InlineData("")]
    [InlineData("'tis")]
    public void G15_what_no_spreadsheet_calculates_reads_as_it_was_written(string text) =>
        Assert.Equal(text, SpreadsheetText.AsValue(text));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+cmd|' /C calc'!A0")]
    [InlineData("-cmd|' /C calc'!A0")]
    [InlineData("-2+3+cmd|' /C calc'!A0")]
    [InlineData("-5+A1")]
    [InlineData("-A1")]
    [InlineData("-A1 B2")]
    [InlineData("-5:7")]
    [InlineData("-5 (SUM)")]
    [InlineData("-5 *2")]
    [InlineData("-5=HYPERLINK(\"http://evil.example\")")]
    [InlineData("-5 'x'!A1")]
    [InlineData("-5\n=1+1")]
    [InlineData("--5")]
    [InlineData("-")]
    [InlineData("- impresora rota")]
    [InlineData("-SUM(A1)")]
    [InlineData("-1E5A")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("  =1+1")]
    [InlineData("\u00A0=1+1")]
    [InlineData("＝1+1")]
    [InlineData("＋1")]
    [InlineData("－cmd")]
    [InlineData("＠SUM")]
    public void G15_F36_what_could_be_calculated_begins_with_a_quote(string text) =>
        Assert.StartsWith("'" + text[..1], SpreadsheetText.AsValue(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("x,=HYPERLINK(\"http://evil.example\",\"x\")", "x,'=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("x; -cmd|' /C calc'!A0", "x; '-cmd|' /C calc'!A0")]
    [InlineData("x;@SUM(A1);+SUM(A2)", "x;'@SUM(A1);'+SUM(A2)")]
    public void G15_F36_what_another_languages_spreadsheet_would_cut_off_is_no_formula_either(string text, string value) =>
        Assert.Equal(value, SpreadsheetText.AsValue(text));

    [Theory]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("a_x000D_b", "a_x005F_x000D_b")]
    [InlineData("_x0041_x0042_", "_x005F_x0041_x005F_x0042_")]
    [InlineData("_x005F_x0041_", "_x005F_x005F_x005F_x0041_")]
    [InlineData("__xabcd__", "__x005F_xabcd__")]
    [InlineData("_x41_", "_x41_")]
    [InlineData("_x00412_", "_x00412_")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("=1+1", "=1+1")]
    public void G15_what_looks_like_a_coded_sign_of_a_workbook_stays_what_was_typed(string text, string cell) =>
        Assert.Equal(cell, SpreadsheetText.AsCell(text));
}
