using Helpdesk.Ui.Api;

namespace Helpdesk.Ui.Accounts;

/// <summary>Our words for what a service refuses on any page.</summary>
static class Sentence
{
    /// <summary>Key of a text.</summary>
    public static string KeyOf(Refusal refusal) => refusal switch
    {
        { IsOutOfReach: true } => "problem.away",
        { Type: "too-many-requests" } => "problem.often",
        { Type: "changed-meanwhile" } => "problem.changed",
        _ => "problem.unknown",
    };
}
