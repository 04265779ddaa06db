using Helpdesk.Api.Deliveries;

namespace Helpdesk.Notification.Ledger;

/// <summary>One mail to one person about one event: what was promised, and what became of it.</summary>
sealed class Delivery
{
    /// <summary>See <see cref="DeliveryId"/>: the same event, person and template give the same id, so a second row cannot exist.</summary>
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    /// <summary>The ticket; null when the mail is about an account, or about several tickets.</summary>
    public required Guid? TicketId { get; init; }
    public required string? TicketNumber { get; init; }
    public required string Template { get; init; }
    public required string Language { get; set; }
    /// <summary>The recipient's account; null when they have none.</summary>
    public Guid? RecipientId { get; init; }
    public required string RecipientName { get; set; }
    /// <summary>As the event told it, for people.</summary>
    public required string RecipientAddress { get; set; }
    /// <summary>The one form of that address, which alone is compared.</summary>
    public required string CanonicalAddress { get; set; }
    public required string Subject { get; set; }
    /// <summary>What the template needs, as JSON. Secrets are in it only under their protector.</summary>
    public required string Model { get; set; }
    /// <summary>
    /// The Message-ID header. It stays the same through all attempts, so that a mail server or program can drop a second copy.
    /// </summary>
    public required string MailId { get; set; }
    /// <summary>That of the first mail to this reader about the ticket; null when this is the first.</summary>
    public string? ThreadId { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>The trace in which it was written, which its sending goes on; null when nobody collected any.</summary>
    public string? TraceParent { get; init; }
    public DeliveryState State { get; set; }
    public int Attempts { get; set; }
    /// <summary>When a worker should take it; while Sending, when the lease ends; null when nothing is left to do.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }
    /// <summary>Since when it waits, due, for a mail server that is down; null when it waits for nothing like that.</summary>
    public DateTimeOffset? WaitingSince { get; set; }
    /// <summary>Why it was not sent, as a stable word; null while it may yet be.</summary>
    public DeliveryCause? Cause { get; set; }
    /// <summary>Why it failed last or was suppressed, in words.</summary>
    public string? Reason { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public List<Resend> Resends { get; init; } = [];

    /// <summary>It is not to be sent after all.</summary>
    public void Suppress(DeliveryCause cause, string reason) =>
        (State, Cause, Reason, NextAttemptAt) = (DeliveryState.Suppressed, cause, reason, null);
}
