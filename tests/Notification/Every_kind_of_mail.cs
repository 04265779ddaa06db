using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Tests;

/// <summary>One of each kind, and of each kind every case that changes its words.</summary>
static class Every_kind_of_mail
{
    static readonly Recipients Deciding = new(new ClosingPromise());

    /// <summary>Mails about a ticket in which every text a person can type is this one.</summary>
    public static IEnumerable<Mail> Saying(string words) => Of(words, words, words, words, words, words);

    public static IEnumerable<Mail> Of(string customerName, string agentName, string subject, string category, string words, string file = "captura.png")
    {
        var customer = Some.Customer(name: customerName);
        var waiting = Some.Ticket(customer, Some.Agent() with { Name = agentName }, TicketStatus.WaitingOnCustomer, Rendering.Token, subject, "HD-000123") with { CategoryTitle = category };
        var staff = Some.Carlos with { Name = agentName };
        var files = new[] { Some.File(file), Some.File("foto.png") };
        IEnumerable<Addressed> all =
        [
            .. Deciding.Of(Some.Opened(waiting)),
            .. Recipients.Of(Some.Assigned(waiting, waiting.Assignee)),
            .. Recipients.Of(Some.Assigned(waiting, waiting.Assignee, staff)),
            .. Deciding.Of(Some.Answered(waiting, words, staff, files)),
            .. Deciding.Of(Some.Answered(waiting with { Status = TicketStatus.Resolved }, words, staff, files[1])),
            .. Recipients.Of(Some.Replied(waiting, words) with { Attachments = files }),
            .. Recipients.Of(Some.Warned(waiting)),
            .. Enum.GetValues<ClosingReason>().SelectMany(reason => Recipients.Of(Some.Closed(waiting, reason))),
            .. Enum.GetValues<TicketStatus>().SelectMany(to => Recipients.Of(Some.StatusChanged(waiting, to))),
        ];
        return all.Select(x => x.Mail);
    }
}
