using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;

namespace Helpdesk.Notification.Tests;

/// <summary>One of each kind, and of each kind every case that changes its words.</summary>
static class Every_kind_of_mail
{
    static readonly EventRecipients Recipients = new(new ClosingOptions());

    /// <summary>Mails about a ticket in which every text a person can type is this one.</summary>
    public static IEnumerable<Mail> Saying(string words) => Of(words, words, words, words, words, words);

    public static IEnumerable<Mail> Of(
        string customerName, string agentName, string subject, string category, string words, string file = "captura.png")
    {
        var customer = SampleEvents.Customer(name: customerName);
        var agent = SampleEvents.Agent() with { Name = agentName };
        var waiting = SampleEvents.Ticket(customer, agent, TicketStatus.WaitingOnCustomer, Rendering.Token, subject, "HD-000123") with
        {
            CategoryTitle = category,
        };
        var staff = SampleEvents.Carlos with { Name = agentName };
        var files = new[] { SampleEvents.File(file), SampleEvents.File("foto.png") };
        Mail[] others =
        [
            new NewTicketMail { Ticket = TicketDetails.ForStaff(waiting), OpenedAt = SampleEvents.Now, Description = words },
            new NewTicketMail
            {
                Ticket = TicketDetails.ForStaff(waiting),
                OpenedAt = SampleEvents.Now,
                Description = words,
                Unverified = true,
            },
            .. Enum.GetValues<UnattendedReason>()
                .Select(because => CustomerRepliedMail.Of(SampleEvents.Replied(waiting, words)) with { Because = because }),
            CustomerRepliedMail.Of(SampleEvents.Replied(waiting, words)) with { Messages = [], MergedFrom = "HD-000122" },
            CustomerRepliedMail.Of(SampleEvents.Replied(waiting, words) with { Verification = CustomerVerification.Unverified }),
            new StatusChangedMail
            {
                Ticket = TicketDetails.ForCustomer(waiting),
                From = TicketStatus.New,
                To = TicketStatus.OnHold,
                Agent = "",
            },
            new CommentAddedMail
            {
                Ticket = TicketDetails.ForStaff(waiting),
                Messages = [QuotedMessage.Of(SampleEvents.Replied(waiting, words))],
            },
            .. new[] { "manual", "nobody-available", "no-agents", "customer", "unassigned", words }
                .Select(because => new AwaitsDispatcherMail
                {
                    Number = "HD-000123",
                    TicketSubject = subject,
                    Priority = TicketPriority.Low,
                    Area = category,
                    Because = because,
                    Since = SampleEvents.Now,
                }),
            new DigestMail
            {
                Lines =
                [
                    new("HD-000123", subject, [NotificationKind.NewTicket, NotificationKind.CustomerReplied]),
                    new("HD-000124", subject, [.. Enum.GetValues<NotificationKind>().Where(x => x != NotificationKind.StatusChanged)]),
                ],
                More = 3,
            },
            new InvitationMail
            {
                Staff = true,
                By = agentName,
                Roles = ["Admin", "Dispatcher", "Agent", "Customer"],
                LinkToken = Rendering.LinkToken,
                ExpiresAt = SampleEvents.Now,
            },
            new InvitationMail
            {
                Staff = false,
                By = "",
                Roles = ["Customer"],
                LinkToken = Rendering.LinkToken,
                ExpiresAt = SampleEvents.Now,
            },
            new EmailConfirmationMail { Staff = false, LinkToken = Rendering.LinkToken, ExpiresAt = SampleEvents.Now },
            new EmailChangeMail { Staff = false, CurrentEmail = MailFormatter.Preview(words), LinkToken = Rendering.LinkToken,
                ExpiresAt = SampleEvents.Now },
            new PasswordResetMail { Staff = true, LinkToken = Rendering.LinkToken, ExpiresAt = SampleEvents.Now },
            new RegistrationRepeatedMail { Staff = false, At = SampleEvents.Now },
            .. Enum.GetValues<AccountSecurityChange>()
                .Select(change => new AccountSecurityMail { Staff = true, Change = change, At = SampleEvents.Now }),
            new ConnectionTestMail { Staff = true, Installation = words, At = SampleEvents.Now },
        ];
        IEnumerable<OutgoingNotification> all =
        [
            .. Recipients.Find(SampleEvents.Opened(waiting)),
            .. Recipients.Find(SampleEvents.Opened(waiting) with
            {
                FollowUpOf = new() { Kind = TicketLinkKind.FollowUpOf, Id = Guid.NewGuid(), Number = "HD-000100" },
            }),
            .. EventRecipients.Find(SampleEvents.Merged(waiting, waiting with { Number = "HD-000124" })),
            .. EventRecipients.Find(
                SampleEvents.Merged(waiting, waiting with { Number = "HD-000124", Customer = SampleEvents.Customer() })),
            .. EventRecipients.Find(SampleEvents.LinkAskedFor(waiting)),
            Link(waiting),
            .. EventRecipients.Find(new TrackingLinkRenewed { Ticket = waiting, RenewedAt = SampleEvents.Now, RenewedBy = staff }),
            .. EventRecipients.Find(SampleEvents.Linked(waiting, TicketLinkKind.FollowUpOf)),
            .. EventRecipients.Find(SampleEvents.Assigned(waiting, waiting.Assignee, staff) with { Reason = words }),
            .. EventRecipients.Find(SampleEvents.Assigned(waiting, waiting.Assignee)),
            .. EventRecipients.Find(SampleEvents.Assigned(waiting, waiting.Assignee)).Select(x =>
                x with { Mail = (TicketAssignedMail)x.Mail with { Unverified = true } }),
            .. EventRecipients.Find(SampleEvents.Assigned(waiting, waiting.Assignee, staff)),
            .. Recipients.Find(SampleEvents.Answered(waiting, words, staff, files)),
            .. Recipients.Find(SampleEvents.Answered(waiting with { Status = TicketStatus.Resolved }, words, staff, files[1])),
            .. EventRecipients.Find(SampleEvents.Replied(waiting, words) with { Attachments = files }),
            .. EventRecipients.Find(SampleEvents.Warned(waiting)),
            .. Enum.GetValues<ClosingReason>().SelectMany(reason => EventRecipients.Find(SampleEvents.Closed(waiting, reason))),
            .. Enum.GetValues<TicketStatus>().SelectMany(to => EventRecipients.Find(SampleEvents.StatusChanged(waiting, to))),
        ];
        return all.Select(x => x.Mail).Concat(others);
    }

    static OutgoingNotification Link(TicketSnapshot ticket)
    {
        var mail = new TrackingLinkMail { Ticket = TicketDetails.ForCustomer(ticket) };
        return new(ticket.Customer, mail.Including(mail with { Ticket = mail.Ticket with { Number = "HD-000124" } }, Guid.NewGuid()));
    }
}
