namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The ticket is closed.</summary>
    public const string TicketClosed = Prefix + "ticket-closed";

    /// <summary>The ticket was merged into another one, and goes on there.</summary>
    public const string TicketMerged = Prefix + "ticket-merged";

    /// <summary>The agent is the ticket's customer.</summary>
    public const string AssigneeIsCustomer = Prefix + "assignee-is-customer";

    /// <summary>The ticket has no room for these files.</summary>
    public const string TicketFilesFull = Prefix + "ticket-files-full";

    /// <summary>The ticket was closed too long ago for its customer to reopen it.</summary>
    public const string ReopenWindowOver = Prefix + "reopen-window-over";

    /// <summary>No more tickets can be merged into that one.</summary>
    public const string TooManyMerged = Prefix + "too-many-merged";

    /// <summary>Only a ticket that was closed can be rated.</summary>
    public const string NotRateable = Prefix + "not-rateable";

    /// <summary>The ticket was closed, or rated, too long ago.</summary>
    public const string RatingOver = Prefix + "rating-over";

    /// <summary>The table of transitions does not lead there; <c>allowed</c> says where it does.</summary>
    public const string TransitionNotAllowed = Prefix + "transition-not-allowed";

    /// <summary>The ticket is another agent's.</summary>
    public const string NotYours = Prefix + "not-yours";

    /// <summary>On their own ticket a member of the staff is its customer.</summary>
    public const string OwnTicket = Prefix + "own-ticket";

    /// <summary>Only the ticket's customer may do this.</summary>
    public const string NotTheCustomer = Prefix + "not-the-customer";

    /// <summary>The captcha's pass has expired or is not one.</summary>
    public const string CaptchaNotValid = Prefix + "captcha-not-valid";

    /// <summary>Without an account a captcha must be solved.</summary>
    public const string CaptchaRequired = Prefix + "captcha-required";

    /// <summary>The captcha has opened a ticket already.</summary>
    public const string CaptchaAlreadyUsed = Prefix + "captcha-already-used";

    /// <summary>No category takes tickets.</summary>
    public const string NoCategory = Prefix + "no-category";

    /// <summary>The ticket is linked to as many others as can be.</summary>
    public const string TooManyLinks = Prefix + "too-many-links";

    /// <summary>By other links that ticket has the same to do with this one.</summary>
    public const string CircularLink = Prefix + "link-turns-in-circle";

    /// <summary>The link tells what happened, and stays.</summary>
    public const string LinkStays = Prefix + "link-stays";

    /// <summary>The file was deleted, <c>purgedAt</c> says when.</summary>
    public const string FilePurged = Prefix + "file-purged";

    /// <summary>Here customers fetch their own tickets.</summary>
    public const string ExportForCustomers = Prefix + "export-for-customers";
}
