using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Assigning;

/// <summary>
/// The policy: agents of an area take turns in the order of their account ids. An order that depends on nothing but the id
/// still says who comes next when the agent whose turn it was has left the area.
/// </summary>
static class RoundRobin
{
    /// <summary>Written on each receipt. Another way to choose is another version: old receipts must replay as they were chosen.</summary>
    public const string Policy = "round-robin/3";

    /// <summary>The same turns, but it did not ask who the ticket's customer is.</summary>
    public const string PolicyWithoutCustomers = "round-robin/2";

    /// <summary>The same turns, but the receipt does not say what the eligibility was judged from.</summary>
    public const string PolicyWithoutFacts = "round-robin/1";

    /// <summary>Whether receipts of this policy say what the eligibility was judged from.</summary>
    public static bool KeepsFacts(string policy) => policy is Policy or PolicyWithoutCustomers;

    /// <summary>Whether it is a policy by which agents were ever chosen.</summary>
    public static bool IsKnown(string policy) => KeepsFacts(policy) || policy == PolicyWithoutFacts;

    /// <summary>
    /// The first eligible agent after the previous one, or from the beginning; null when nobody is eligible. The order of the list does
    /// not matter.
    /// </summary>
    public static Guid? Choose(Guid? previousAgentId, IEnumerable<AssignmentCandidate> candidates)
    {
        Guid? first = null, next = null;
        foreach (var candidate in candidates.Where(x => x.Eligible))
        {
            if (first is null || candidate.AgentId < first)
                first = candidate.AgentId;
            if (candidate.AgentId > previousAgentId && (next is null || candidate.AgentId < next))
                next = candidate.AgentId;
        }

        return next ?? first;
    }
}
