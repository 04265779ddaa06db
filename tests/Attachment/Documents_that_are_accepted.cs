using System.Net;
using System.Text;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Documents;
using Helpdesk.Attachment.Tests.Documents;
using Helpdesk.Attachment.Uploading;
using Helpdesk.Fixtures;

namespace Helpdesk.Attachment.Tests;

public sealed class Documents_that_are_accepted(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.EmptyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    public static TheoryData<string, byte[], string> Kinds() => new()
    {
        { "informe.pdf", Pack.Pdf(Pack.PackedObjects("<< /Type /Page >>")), CheckDocument.Pdf },
        { "carta.docx", Pack.Docx(("docProps/app.xml", "<Properties/>")), CheckDocument.Docx },
        { "hoja.xlsx", Pack.Xlsx(("xl/printerSettings/printerSettings1.bin", "x")), CheckDocument.Xlsx },
        { "nota.odt", Pack.Odt(), CheckDocument.Odt },
        { "registro.log", Encoding.UTF8.GetBytes("\u001B[31mERROR\u001B[0m ñandú\r\n"), CheckDocument.Text },
        { "viejo.txt", Encoding.Latin1.GetBytes("Contraseña"), CheckDocument.Text },
        { "windows.txt", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Contraseña 👩‍🔧")], CheckDocument.Text },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task CU18_a_document_is_stored_as_it_is_and_served_as_a_download_only(string name, byte[] file, string type)
    {
        var uploaded = await _service.UploadAsync(file, name);
        Assert.Equal((name, type, file.Length), (uploaded.Answer.FileName, uploaded.Answer.ContentType, uploaded.Answer.Size));

        var response = await _service.DownloadAsync(uploaded.Id, _service.Grant(uploaded.Id, Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(file, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        var headers = response.Content.Headers;
        Assert.Equal(("attachment", type), (headers.ContentDisposition!.DispositionType, headers.ContentType!.ToString()));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("informe.exe", "informe.exe.pdf")]
    [InlineData("..\\..\\informe.PDF", "informe.PDF")]
    [InlineData("", "document.pdf")]
    public void F9_the_extension_says_what_the_document_is(string sent, string shown) =>
        Assert.Equal(shown, DisplayName.Of(sent, CheckDocument.Pdf));

    [Fact]
    public async Task F9_markup_in_a_text_stays_text()
    {
        var uploaded = await _service.UploadAsync("<html><script>alert(1)</script>"u8.ToArray(), "page.html.txt");
        var response = await _service.DownloadAsync(uploaded.Id, _service.Grant(uploaded.Id, Guid.NewGuid()));
        var headers = response.Content.Headers;
        Assert.Equal(("attachment", "text/plain"), (headers.ContentDisposition!.DispositionType, headers.ContentType!.ToString()));
    }

    [Fact]
    public async Task CU18_files_of_replies_are_claimed_and_purged_with_their_ticket()
    {
        var ticket = SampleEvents.Ticket(_installation.Clock.GetUtcNow());
        var agents = await _service.UploadAsync(Pack.Pdf(), "pasos.pdf");
        var customers = await _service.UploadAsync(Pack.Docx(), "carta.docx");
        await _service.HearAsync(SampleEvents.RepliedByAgent(ticket, ticket.OpenedAt, agents.Attached));
        await _service.HearAsync(SampleEvents.RepliedByCustomer(ticket, ticket.OpenedAt, customers.Attached));
        await Eventually.HoldsAsync(() => _service.ReadAsync(
            db => Task.FromResult(db.Files.Count(x => x.TicketId == ticket.Id && x.SweepAt == null) == 2)));
        _installation.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(agents.Id, ticket.Id));

        await _service.HearAsync(SampleEvents.Due(ticket, ticket.OpenedAt.AddHours(1)));
        Assert.Equal(["carta.docx", "pasos.pdf"], (await _service.Receipts.OneAsync(ticket.Id)).Files.Select(x => x.FileName).Order());
        Assert.Empty(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task F34_nothing_is_served_without_a_grant_neither_to_staff_nor_by_a_guessed_address()
    {
        var uploaded = await _service.UploadAsync(Pack.Pdf(), "informe.pdf");
        var admin = _service.As("Admin");
        var found = await admin.GetAsync($"/api/attachments/{uploaded.Id}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
        string[] guesses =
        [
            "/api/attachments", $"/files/{uploaded.Id:N}", $"/api/attachments/{uploaded.Id:N}.pdf", $"/uploads/{uploaded.Answer.FileName}",
            "/api/attachments/..%2f..%2fetc%2fpasswd",
        ];
        foreach (var address in guesses)
            Assert.InRange((int)(await admin.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode, 400, 405);
    }

    [Fact]
    public async Task An_installation_whose_storage_is_full_says_so()
    {
        var full = await _installation.StartAsync(("Uploads:MaxStored", $"{FileLimits.MaxSize}"), ("Uploads:MaxUnclaimed", "1000000000"));
        full.ExpectedFaults.Add(HttpStatusCode.InsufficientStorage);
        await full.UploadAsync([.. Encoding.UTF8.GetBytes(new string('x', FileLimits.MaxSize - 10))], "a.txt");
        await full.UploadAsync("0123456789"u8.ToArray(), "b.txt");
        var refused = await full.SendAsync("0123456789"u8.ToArray(), "c.txt");
        Assert.Equal(HttpStatusCode.InsufficientStorage, refused.StatusCode);
        var problem = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("storage-full", problem, StringComparison.Ordinal);

        // What is swept makes room again.
        _installation.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.HoldsAsync(() => full.ReadAsync(db => Task.FromResult(!db.Files.Any())));
        await full.UploadAsync("0123456789"u8.ToArray(), "c.txt");
    }
}
