namespace Helpdesk.Api.Deliveries;

/// <summary>One mail, and what became of it.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Ticket">Number of the ticket; null when it is about an account, or several tickets.</param>
/// <param name="Template">Stable name of its template, such as <c>ticket-opened</c>.</param>
/// <param name="Language">The language it is written in, <c>es</c> or <c>en</c>.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="CreatedAt">When it was written down (UTC).</param>
/// <param name="NextAttemptAt">When it is tried next (UTC); null when nothing is left to do.</param>
/// <param name="SentAt">When the mail server accepted it (UTC); null until then.</param>
/// <param name="Cause">Why it was not sent; null while it may yet be.</param>
/// <param name="Reason">The same for people, with the mail server's words.</param>
/// <param name="MailId">Its Message-ID header.</param>
/// <param name="Resends">When somebody had it sent again, in that order.</param>
public sealed record DeliverySummary(
    Guid Id, string? Ticket, string Template, string Language, DeliveryRecipient Recipient, string Subject, DeliveryState State,
    int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, DeliveryCause? Cause, string? Reason,
    string MailId,
    IReadOnlyList<DeliveryResend> Resends);

/// <summary>Whom a mail is for.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Email">Their address.</param>
public sealed record DeliveryRecipient(string Name, string Email);

/// <summary>That somebody had a mail sent again.</summary>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="AskedBy">Name of who asked for it.</param>
/// <param name="Reason">Why.</param>
/// <param name="PreviousState">Where the mail stood until then.</param>
/// <param name="PreviousReason">Why it stood there; null when nothing was wrong.</param>
/// <param name="PreviousRecipient">The address that it went to until then.</param>
public sealed record DeliveryResend(
    DateTimeOffset AskedAt, string AskedBy, string Reason, DeliveryState PreviousState, string? PreviousReason, string PreviousRecipient);
