using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Exporting_own_tickets : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task CU15_RE3_the_file_of_values_holds_their_own_in_their_language_and_hours()
    {
        var number = await OpenByCarlAsync("Ñandú \"one\", two");
        await OpenAsync();
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"/api/tickets/{number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        var opened = (await Service.As(_carl).GetAsync($"/api/tickets/{number}")).Json.GetProperty("openedAt").GetDateTimeOffset();
        var (file, type) = await FetchAsync("format=csv&zone=America/Lima", "en-US,es;q=0.5");
        Assert.Equal("text/csv; charset=utf-8", type);
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var lines = Encoding.UTF8.GetString(file[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            "Number,Subject,Category,Status,Priority,Agent,Opened (America/Lima),Updated (America/Lima),Closed (America/Lima),Replies",
            lines[0]);
        Assert.StartsWith(
            $"{number},\"Ñandú \"\"one\"\", two\",Printers,Waiting for customer,Medium,Ana,"
                + $"{opened.ToOffset(TimeSpan.FromHours(-5)):yyyy-MM-dd HH:mm},",
            lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",,1", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("Número;Asunto;Categoría;Estado;Prioridad;Agente;Abierto (UTC)",
            Encoding.UTF8.GetString((await FetchAsync("format=csv", "es-EC")).File[3..]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CU15_RE2_the_workbook_is_whole_and_its_hours_are_hours()
    {
        var number = await OpenByCarlAsync("Tab\tand <b>bold</b> & 😀");
        (await Service.As(_carl).PutAsync($"/api/tickets/{number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        var (file, type) = await FetchAsync("format=xlsx", "es");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", type);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken));
        var rows = Rows(workbook);
        Assert.Equal(["Número", "Asunto"], rows[0].Take(2).Select(x => x.InnerText));
        Assert.Equal([number, "Tab and <b>bold</b> & 😀", "Printers", "Cerrado", "Media", ""], rows[1].Take(6).Select(x => x.InnerText));
        var closed = DateTime.FromOADate(double.Parse(rows[1][8].InnerText, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange((Installation.Clock.GetUtcNow().UtcDateTime - closed).TotalSeconds, -1, 60);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\",\"x\")")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    public async Task F36_what_somebody_typed_is_never_carried_out(string subject)
    {
        var number = await OpenByCarlAsync(subject);
        var line = Encoding.UTF8.GetString((await FetchAsync("format=csv", "en")).File).Split("\r\n")
            .Single(x => x.StartsWith(number, StringComparison.Ordinal));
        Assert.StartsWith($"{number},\"'{subject.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", line, StringComparison.Ordinal);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream((await FetchAsync("", "en")).File), isEditable: false);
        var cell = Rows(workbook).Single(x => x[0].InnerText == number)[1];
        Assert.Equal((CellValues.InlineString, subject, (CellFormula?)null), (cell.DataType!.Value, cell.InnerText, cell.CellFormula));
    }

    [Fact]
    public async Task G15_spanish_values_are_separated_as_spanish_spreadsheets_expect_and_read_as_they_were_written()
    {
        var cold = await OpenByCarlAsync("-5 grados");
        var two = await OpenByCarlAsync("uno; dos, _x0041_");
        var spanish = Lines((await FetchAsync("format=csv", "es")).File);
        Assert.StartsWith($"{cold};-5 grados;Printers;Nuevo;Media;;", spanish.Single(x => x.StartsWith(cold, StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.StartsWith($"{two};\"uno; dos, _x0041_\";Printers;", spanish.Single(x => x.StartsWith(two, StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.StartsWith($"{cold},-5 grados,Printers,New,",
            Lines((await FetchAsync("format=csv", "en")).File).Single(x => x.StartsWith(cold, StringComparison.Ordinal)),
            StringComparison.Ordinal);
        using var workbook = SpreadsheetDocument.Open(new MemoryStream((await FetchAsync("", "es")).File), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(workbook, TestContext.Current.CancellationToken));
        var rows = Rows(workbook);
        Assert.Equal("-5 grados", rows.Single(x => x[0].InnerText == cold)[1].InnerText);
        Assert.Equal("uno; dos, _x005F_x0041_", rows.Single(x => x[0].InnerText == two)[1].InnerText);

        static string[] Lines(byte[] file) => Encoding.UTF8.GetString(file).Split("\r\n");
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task F36_AG4_no_internal_note_and_nobody_elses_ticket_whatever_is_asked(string format)
    {
        var number = await OpenByCarlAsync("Mine");
        var other = await OpenAsync();
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/notes", new { text = "fraudulent" })).Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/tags", new { tags = new[] { "vip" } })).Expect(HttpStatusCode.OK);
        var (file, _) = await FetchAsync($"format={format}&view=all&assignee={Ana.Id}&tipo=todos&customerId={Guid.NewGuid()}", "en");
        var text = format == "csv" ? Encoding.UTF8.GetString(file) : AllText(file);
        Assert.Contains(number, text, StringComparison.Ordinal);
        foreach (var secret in new[] { other.Number, "fraudulent", "vip", "Dora" })
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CU15_staff_a_stranger_and_a_zone_that_is_none_are_refused()
    {
        Assert.Equal(
            "export-for-customers", (await Service.As(Ana).GetAsync("/api/tickets/export")).Expect(HttpStatusCode.Forbidden).Problem);
        (await Service.Anonymous().GetAsync("/api/tickets/export")).Expect(HttpStatusCode.Unauthorized);
        foreach (var zone in new[] { "Mars/Olympus", "../../etc/passwd", "-05:00" })
            Assert.Equal(
                ["zone"],
                (await Service.As(_carl).GetAsync($"/api/tickets/export?zone={Uri.EscapeDataString(zone)}"))
                    .Expect(HttpStatusCode.BadRequest).Wrong);
        (await Service.As(_carl).GetAsync("/api/tickets/export?format=pdf")).Expect(HttpStatusCode.BadRequest);
    }

    async Task<string> OpenByCarlAsync(string subject) =>
        (await Service.As(_carl).PostAsync("/api/tickets", Form(subject))).Expect(HttpStatusCode.Created)["number"];

    async Task<(byte[] File, string? Type)> FetchAsync(string query, string language)
    {
        using var client = Service.As(_carl.Id, _carl.Name, _carl.Email, _carl.Roles);
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        using var answer = await client.GetAsync($"/api/tickets/export?{query}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Matches("attachment; filename=tickets\\.(csv|xlsx)", answer.Content.Headers.ContentDisposition!.ToString());
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Content.Headers.ContentType?.ToString());
    }

    static List<List<Cell>> Rows(SpreadsheetDocument workbook) =>
        [.. workbook.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(x => x.Elements<Cell>().ToList())];

    static string AllText(byte[] file)
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        return string.Join('\n', Rows(workbook).SelectMany(x => x).Select(x => x.InnerText));
    }
}
