using System.Net;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Portal.Tests;

public sealed class Pictures_that_were_taken(PortalHost portal)
{
    readonly UploadReceipt _picture = new(Guid.CreateVersion7(), "screen.png", "image/png", 3);

    [Fact]
    public async Task CU18_are_shown_to_who_has_the_receipt()
    {
        using var browser = portal.Open();
        var receipt = portal.Protector.Protect(_picture, TimeSpan.FromMinutes(5));
        string? told = null;
        browser.Services.OnRaw("GET", $"/api/attachments/{_picture.Id}/preview", (_, context) =>
        {
            told = context.Request.Headers["Upload-Receipt"];
            context.Response.ContentType = "image/png";
            return context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }).AsTask();
        });

        using var shown = await browser.FetchAsync($"/uploads/{receipt}");

        Assert.Equal(("image/png", receipt), (shown.Content.Headers.ContentType?.MediaType, told));
        Assert.Equal([1, 2, 3], await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CU18_F8_are_shown_to_nobody_else()
    {
        using var browser = portal.Open();
        var good = portal.Protector.Protect(_picture, TimeSpan.FromMinutes(5));
        string[] receipts = ["nothing", good[..^2],
            portal.Protector.Protect(_picture with { ContentType = "application/pdf" }, TimeSpan.FromMinutes(5)),
            portal.Protector.Protect(new DownloadGrant(_picture.Id, Guid.NewGuid()), TimeSpan.FromMinutes(5))];
        foreach (var receipt in receipts)
        {
            using var refused = await browser.FetchAsync($"/uploads/{receipt}");
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.Empty(browser.Services.Requests);
    }
}
