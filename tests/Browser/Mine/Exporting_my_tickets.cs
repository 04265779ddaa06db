using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Mine;

public sealed class Exporting_my_tickets(CommonSystem system)
{
    const string Note = "Calls every week about nothing";

    static readonly string[] Formulas = ["=HYPERLINK(\"http://evil.example\",\"x\")", "+1+1", "-1+1", "@SUM(A1)"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F36_no_note_of_the_staff_and_nothing_that_a_spreadsheet_carries_out(bool script)
    {
        var person = await Person.RegisterAsync(system);
        using var own = await person.ElsewhereAsync();
        var others = await FollowedTicket.OpenAsync(system, "Somebody else's");
        foreach (var formula in Formulas)
        {
            var ticket = await person.OpenAsync(own, formula);
            (await system.Admin.PostAsync($"/api/tickets/{ticket.Number}/notes", new { text = Note })).Expect(HttpStatusCode.Created);
        }

        await using var visit = await system.VisitAsync(new(Script: script));
        await person.SignInAsync(visit);
        var csv = Encoding.UTF8.GetString(await FetchAsync(visit, "CSV", "tickets.csv"));
        foreach (var formula in Formulas)
            Assert.Contains($",\"'{formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\",", csv, StringComparison.Ordinal);

        var (cells, names, all) = Read(await FetchAsync(visit, "Excel (XLSX)", "tickets.xlsx"));
        Assert.DoesNotContain("f", names);
        // As text that was written into the cell, and so shown as it is.
        Assert.Equal(Formulas.Order(), cells.Where(x => x.Type == "inlineStr" && Formulas.Contains(x.Text)).Select(x => x.Text).Order());
        foreach (var text in new[] { csv, all })
        {
            Assert.DoesNotContain(Note, text, StringComparison.Ordinal);
            Assert.DoesNotContain(others.Number, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task F36_who_is_not_signed_in_gets_no_file()
    {
        await using var visit = await system.VisitAsync();
        var answer = await visit.Context.APIRequest.GetAsync("/tickets/export?format=csv", new() { MaxRedirects = 0 });
        Assert.Equal(302, answer.Status);
        Assert.StartsWith("/sign-in", answer.Headers["location"], StringComparison.Ordinal);
    }

    static async Task<byte[]> FetchAsync(Visit visit, string link, string name)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync());
        Assert.Equal(name, download.SuggestedFilename);
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    static (List<(string? Type, string Text)> Cells, HashSet<string> Names, string All) Read(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        var parts = archive.Entries.Where(x => x.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(Load).ToList();
        var elements = parts.SelectMany(x => x.Descendants()).ToList();
        return ([.. elements.Where(x => x.Name.LocalName == "c").Select(x => (x.Attribute("t")?.Value, x.Value))],
            [.. elements.Select(x => x.Name.LocalName)], string.Join('\n', parts.Select(x => x.Root!.Value)));
    }

    static XDocument Load(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }
}
