namespace Helpdesk.Notification.Ledger;

/// <summary>An address that mail servers refuse for good. It is forgotten at the first mail that is taken.</summary>
sealed class BouncedAddress
{
    /// <summary>So many refusals in a row stop mails to it.</summary>
    public const int MaxRefusals = 3;

    /// <summary>After so long without a refusal it is tried again: mailboxes are repaired too.</summary>
    public static readonly TimeSpan RememberedFor = TimeSpan.FromDays(7);

    /// <summary>The one form of the address, by which it is compared.</summary>
    public required string Address { get; init; }
    public required int Refusals { get; init; }
    public required DateTimeOffset LastAt { get; init; }
    public required string Reason { get; init; }
}
