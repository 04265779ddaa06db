using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Preferences;
using Helpdesk.Notification.Recipients;

namespace Helpdesk.Notification.Tests;

/// <summary>One of each kind, and of each kind every case that changes its words.</summary>
static class Every_kind_of_mail
{
    static readonly EventRecipients Recipients = new(new ClosingOptions());

    /// <summary>Mails about a ticket in which every text a person can type is this one.</summary>
    public static IEnumerable<Mail> Saying(string words) => Of(words, words, words, words, words, words);

    public static IEnumerable<Mail> Of(string customerName, string agentName, string subject, string category, string words, string file = "captura.png")
    {
        var customer = Some.Customer(name: customerName);
        var waiting = Some.Ticket(customer, Some.Agent() with { Name = agentName }, TicketStatus.WaitingOnCustomer, Rendering.Token, subject, "HD-000123") with { CategoryTitle = category };
        var staff = Some.Carlos with { Name = agentName };
        var files = new[] { Some.File(file), Some.File("foto.png") };
        Mail[] others =
        [
            new NewTicketMail { Ticket = About.Agents(waiting), OpenedAt = Some.Now, Words = words },
            new NewTicketMail { Ticket = About.Agents(waiting), OpenedAt = Some.Now, Words = words, Unverified = true },
            .. Enum.GetValues<Unattended>().Select(because => EventRecipients.ReplyMail(Some.Replied(waiting, words)) with { Because = because }),
            EventRecipients.ReplyMail(Some.Replied(waiting, words)) with { Said = [], MergedFrom = "HD-000122" },
            EventRecipients.ReplyMail(Some.Replied(waiting, words) with { Verification = CustomerVerification.Unverified }),
            new StatusChangedMail { Ticket = About.Customers(waiting), From = TicketStatus.New, To = TicketStatus.OnHold, Agent = "" },
            new CommentAddedMail { Ticket = About.Agents(waiting), Said = [EventRecipients.Quote(Some.Replied(waiting, words))] },
            .. new[] { "manual", "nobody-available", "no-agents", "customer", "unassigned", words }
                .Select(because => new AwaitsDispatcherMail
                {
                    Number = "HD-000123",
                    About = subject,
                    Priority = TicketPriority.Low,
                    Area = category,
                    Because = because,
                    Since = Some.Now,
                }),
            new DigestMail { Lines = [new("HD-000123", subject, [NotificationKind.NewTicket, NotificationKind.CustomerReplied]), new("HD-000124", subject, [.. Enum.GetValues<NotificationKind>().Where(x => x != NotificationKind.StatusChanged)])], More = 3 },
            new InvitationMail { Staff = true, By = agentName, Roles = ["Admin", "Dispatcher", "Agent", "Customer"], LinkToken = Rendering.LinkToken, ExpiresAt = Some.Now },
            new InvitationMail { Staff = false, By = "", Roles = ["Customer"], LinkToken = Rendering.LinkToken, ExpiresAt = Some.Now },
            new EmailConfirmationMail { Staff = false, LinkToken = Rendering.LinkToken, ExpiresAt = Some.Now },
            new EmailChangeMail { Staff = false, CurrentEmail = Letter.Preview(words), LinkToken = Rendering.LinkToken,
                ExpiresAt = Some.Now },
            new PasswordResetMail { Staff = true, LinkToken = Rendering.LinkToken, ExpiresAt = Some.Now },
            new RegistrationRepeatedMail { Staff = false, At = Some.Now },
            .. Enum.GetValues<AccountSecurityChange>().Select(change => new AccountSecurityMail { Staff = true, Change = change, At = Some.Now }),
            new ConnectionTestMail { Staff = true, Installation = words, At = Some.Now },
        ];
        IEnumerable<OutgoingNotification> all =
        [
            .. Recipients.Find(Some.Opened(waiting)),
            .. Recipients.Find(Some.Opened(waiting) with { FollowUpOf = new() { Kind = TicketLinkKind.FollowUpOf, Id = Guid.NewGuid(), Number = "HD-000100" } }),
            .. EventRecipients.Find(Some.Merged(waiting, waiting with { Number = "HD-000124" })),
            .. EventRecipients.Find(Some.Merged(waiting, waiting with { Number = "HD-000124", Customer = Some.Customer() })),
            .. EventRecipients.Find(Some.LinkAskedFor(waiting)),
            Link(waiting),
            .. EventRecipients.Find(new TrackingLinkRenewed { Ticket = waiting, RenewedAt = Some.Now, RenewedBy = staff }),
            .. EventRecipients.Find(Some.Linked(waiting, TicketLinkKind.FollowUpOf)),
            .. EventRecipients.Find(Some.Assigned(waiting, waiting.Assignee, staff) with { Reason = words }),
            .. EventRecipients.Find(Some.Assigned(waiting, waiting.Assignee)),
            .. EventRecipients.Find(Some.Assigned(waiting, waiting.Assignee)).Select(x =>
                x with { Mail = (TicketAssignedMail)x.Mail with { Unverified = true } }),
            .. EventRecipients.Find(Some.Assigned(waiting, waiting.Assignee, staff)),
            .. Recipients.Find(Some.Answered(waiting, words, staff, files)),
            .. Recipients.Find(Some.Answered(waiting with { Status = TicketStatus.Resolved }, words, staff, files[1])),
            .. EventRecipients.Find(Some.Replied(waiting, words) with { Attachments = files }),
            .. EventRecipients.Find(Some.Warned(waiting)),
            .. Enum.GetValues<ClosingReason>().SelectMany(reason => EventRecipients.Find(Some.Closed(waiting, reason))),
            .. Enum.GetValues<TicketStatus>().SelectMany(to => EventRecipients.Find(Some.StatusChanged(waiting, to))),
        ];
        return all.Select(x => x.Mail).Concat(others);
    }

    static OutgoingNotification Link(TicketSnapshot ticket)
    {
        var mail = new TrackingLinkMail { Ticket = About.Customers(ticket) };
        return new(ticket.Customer, mail.Including(mail with { Ticket = mail.Ticket with { Number = "HD-000124" } }, Guid.NewGuid()));
    }
}
