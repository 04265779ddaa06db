using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>Names that this house does not use.</summary>
static partial class Names
{
    /// <summary>Words of our own that the field has better ones for. They are gone, and must not come back.</summary>
    static readonly HashSet<string> Former =
    [
        "Outlook", "WantedPage", "ForetoldAnswer", "KeptAnswer", "KeptAnswers", "Who", "TicketChange", "Words", "OneLine", "Answer",
        "Slice", "Succession", "CustomersReply", "SpentKey", "SpentKeys", "SpentRows", "Turn", "Turns", "Placing", "Round", "Rounds",
        "FollowTickets", "FollowAccounts", "KeepAccount", "Taken", "Kept", "Unclaimed", "Senders", "Directories", "Postbox", "Addressed",
        "Wishes", "Manner", "Offer", "News", "Lane", "Wake", "MailServerWord", "InWords", "HashingRooms", "Successors", "CopiedTokens",
        "LinkOffice", "ForgetPassword", "AnswerForgottenPassword", "Door", "Look", "Told", "Duty", "Addresses", "DeadReplicas",
        "LastMinute", "SecondReplica", "Seals", "Sealing", "InForce", "Current", "Now", "LastKnown", "Watch", "Situation", "Another",
        "Started", "Some", "UnderWay",
    ];

    public static bool SaysNothing(string name) => Empty().IsMatch(name);

    public static bool IsOurOwn(string name) => Former.Contains(name) || name.EndsWith("InForce", StringComparison.Ordinal);

    [GeneratedRegex("(Manager|Helpers?|Utils?|Utilities|Base|Dto|DTO|Impl)$|^(Common|Shared)$")]
    private static partial Regex Empty();
}
