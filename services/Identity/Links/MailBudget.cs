namespace Helpdesk.Identity.Links;

/// <summary>How many mails somebody has had sent to an address that may be another's.</summary>
sealed class MailBudget
{
    public required LinkPurpose Purpose { get; init; }
    public required string Recipient { get; init; }
    public required DateTimeOffset Since { get; init; }
    public required int Mails { get; init; }
}
