using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Fresh_addresses_of_files : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task G17_are_given_as_long_as_the_file_is_there_however_old_the_page()
    {
        var ticket = await OpenForAnaAsync(Service.Upload("photo.png"));
        var file = await FileOfAsync(ticket);
        Service.Jump(TimeSpan.FromHours(1));
        foreach (var answer in new[]
        {
            await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{file}"),
                await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/files/{file}"),
            await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number[3..].TrimStart('0')}/files/{file}"),
        })
        {
            Assert.Equal((file, "photo.png", "image/png", "12345"),
                (answer.Expect(HttpStatusCode.OK).Json.GetProperty("id").GetGuid(), answer["fileName"], answer["contentType"],
                answer["size"]));
            Assert.StartsWith($"/api/attachments/{file}?grant=", answer["url"], StringComparison.Ordinal);
            Assert.Equal(new DownloadGrant(file, ticket.Id), Service.Open<DownloadGrant>(answer["url"].Split("grant=")[1]));
            Assert.StartsWith($"/api/attachments/{file}/preview?grant=", answer["previewUrl"], StringComparison.Ordinal);
            Assert.Equal(new DownloadGrant(file, ticket.Id), Service.Open<DownloadGrant>(answer["previewUrl"].Split("grant=")[1]));
        }
    }

    [Fact]
    public async Task G17_nobody_gets_one_who_does_not_see_the_file()
    {
        var (ticket, other) = (await OpenForAnaAsync(Service.Upload()), await OpenAsync(Service.Upload()));
        var (file, others) = (await FileOfAsync(ticket), await FileOfAsync(other));
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{others}")).Expect(HttpStatusCode.NotFound);
        foreach (var number in new[] { other.Number, ticket.Number })
            (await Service.ByLink(other.Secret).GetAsync($"/api/tickets/{number}/files/{file}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(Ana).GetAsync($"/api/tickets/{other.Number}/files/{others}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/files/{others}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(_carl).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.NotFound);
        (await Service.Anonymous().GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink("made-up").GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.Unauthorized);
        (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{Guid.NewGuid()}"))
            .Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task G17_of_a_file_that_was_deleted_it_is_said_so()
    {
        var ticket = await OpenForAnaAsync(Service.Upload());
        var file = await FileOfAsync(ticket);
        var at = new DateTimeOffset(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);
        await Service.ReadAsync(db => db.Attachments.Where(x => x.Id == file).ExecuteUpdateAsync(x => x.SetProperty(y => y.PurgedAt, at)));
        var gone = (await Service.ByLink(ticket.Secret).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.Gone);
        Assert.Equal(("file-purged", at), (gone.Problem, gone.Json.GetProperty("purgedAt").GetDateTimeOffset()));
        (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/files/{file}")).Expect(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task G17_those_of_a_merged_ticket_are_found_where_its_messages_are_shown()
    {
        var (own, going) = (await OpenByCarlAsync(Service.Upload()), await OpenByCarlAsync());
        var file = await FileOfAsync(own);
        (await Service.As(Dora).PostAsync($"/api/tickets/{own.Number}/merge", new { into = going.Number }))
            .Expect(HttpStatusCode.NoContent);
        foreach (var caller in new[] { Dora, _carl })
        {
            var answer = (await Service.As(caller).GetAsync($"/api/tickets/{going.Number}/files/{file}")).Expect(HttpStatusCode.OK);
            Assert.Equal(own.Id, Service.Open<DownloadGrant>(answer["url"].Split("grant=")[1])!.TicketId);
        }

        (await Service.ByLink(going.Secret).GetAsync($"/api/tickets/{going.Number}/files/{file}")).Expect(HttpStatusCode.OK);
        foreach (var number in new[] { own.Number, going.Number })
            (await Service.ByLink(own.Secret).GetAsync($"/api/tickets/{number}/files/{file}")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task G17_another_persons_that_was_merged_in_is_for_staff_alone()
    {
        var (stranger, going) = (await OpenAsync(Service.Upload()), await OpenByCarlAsync());
        var file = await FileOfAsync(stranger);
        (await Service.As(Dora).PostAsync($"/api/tickets/{stranger.Number}/merge", new { into = going.Number }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).GetAsync($"/api/tickets/{going.Number}/files/{file}")).Expect(HttpStatusCode.OK);
        (await Service.As(_carl).GetAsync($"/api/tickets/{going.Number}/files/{file}")).Expect(HttpStatusCode.NotFound);
        (await Service.ByLink(going.Secret).GetAsync($"/api/tickets/{going.Number}/files/{file}")).Expect(HttpStatusCode.NotFound);
    }

    async Task<Opened> OpenByCarlAsync(params string[] uploads)
    {
        var answer = (await Service.As(_carl).PostAsync("/api/tickets", Form(attachments: uploads))).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    Task<Guid> FileOfAsync(Opened ticket) =>
        Service.ReadAsync(db => db.Attachments.Where(x => x.TicketId == ticket.Id).Select(x => x.Id).SingleAsync());
}
