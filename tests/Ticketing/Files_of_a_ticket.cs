using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Ticketing.Tests;

public sealed class Files_of_a_ticket : TicketingTest
{
    [Fact]
    public async Task CU18_at_most_two_come_with_a_message()
    {
        var answer = await Service.Anonymous()
            .PostAsync(
                "/api/tickets", Form(attachments: new[] { Service.Upload(), Service.Upload(), Service.Upload() }),
                ("Captcha-Pass", Service.CaptchaPass()));
        Assert.Equal(["attachments"], answer.Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task CU18_a_reply_brings_files_too_two_at_most_and_they_are_named_in_its_event()
    {
        var ticket = await OpenAsync();
        string[] three = [Service.Upload(), Service.Upload(), Service.Upload()];
        Assert.Equal(
            ["attachments"],
            (await ReplyByLinkAsync(ticket, new { text = "look", attachments = three })).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(
            ["attachments"],
            (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "look", attachments = three }))
                .Expect(HttpStatusCode.BadRequest).Wrong);

        (await ReplyByLinkAsync(ticket, new { text = "look", attachments = three[..1] })).Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "so", attachments = three[1..] }))
            .Expect(HttpStatusCode.Created);
        await Eventually.HoldsAsync(
                () =>
                    Heard.All<CustomerReplied>().Any(x => x.Attachments.Count == 1)
                        && Heard.All<AgentReplied>().Any(x => x.Attachments.Count == 2));
    }

    [Fact]
    public async Task CU18_a_ticket_holds_so_many_files_and_says_in_words_that_it_is_full()
    {
        var ticket = await OpenAsync();
        for (var i = 0; i < Helpdesk.Ticketing.Model.Ticket.MostFiles; i += 2)
            (await ReplyByLinkAsync(ticket, new { text = "look", attachments = new[] { Service.Upload(), Service.Upload() } }))
                .Expect(HttpStatusCode.Created);

        var more = new { text = "one more", attachments = new[] { Service.Upload() } };
        Assert.Equal(
            "ticket-files-full",
            (await ReplyByLinkAsync(ticket, more))
                .Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
        Assert.Equal(
            "ticket-files-full",
            (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/replies", more))
                .Expect(HttpStatusCode.RequestEntityTooLarge).Problem);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "without" }))
            .Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task F8_only_who_sees_the_ticket_gets_an_address_and_it_is_good_for_that_file_alone()
    {
        var ticket = await OpenAsync(Service.Upload());
        var url = (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK).Json
            .GetProperty("messages").GetProperty("items")[0].GetProperty("attachments")[0].GetProperty("url").GetString()!;
        var grant = Service.Open<DownloadGrant>(url.Split("grant=")[1])!;
        Assert.Equal(ticket.Id, grant.TicketId);
        Assert.StartsWith($"/api/attachments/{grant.AttachmentId}?", url, StringComparison.Ordinal);
        Service.Jump(TimeSpan.FromMinutes(11));
        Assert.Null(Service.Open<DownloadGrant>(url.Split("grant=")[1]));
    }

    [Fact]
    public async Task F8_an_upload_serves_one_message_and_nobody_elses()
    {
        var upload = Service.Upload();
        await OpenAsync(upload);
        var again = await Service.Anonymous()
            .PostAsync("/api/tickets", Form(attachments: new[] { upload }), ("Captcha-Pass", Service.CaptchaPass()));
        Assert.Equal(["attachments"], again.Expect(HttpStatusCode.BadRequest).Wrong);

        var other = await OpenAsync();
        Assert.Equal(
            ["attachments"],
            (await Service.ByLink(other.Secret).PostAsync(
                    $"/api/tickets/{other.Number}/replies", new { text = "mine now", attachments = new[] { upload } }))
                        .Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Empty(Heard.All<CustomerReplied>());
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("")]
    public async Task F9_an_upload_that_was_not_sealed_by_the_installation_is_refused(string receipt)
    {
        var answer = await Service.Anonymous()
            .PostAsync("/api/tickets", Form(attachments: new[] { receipt }), ("Captcha-Pass", Service.CaptchaPass()));
        Assert.Equal(["attachments"], answer.Expect(HttpStatusCode.BadRequest).Wrong);
    }
}
