namespace Helpdesk.Api.Agents;

/// <summary>How much may be said of an agent.</summary>
public static class AgentLimits
{
    /// <summary>Characters of the longest note about being away.</summary>
    public const int NoteLength = 200;

    /// <summary>Most open tickets that may be set as a capacity.</summary>
    public const int LargestCapacity = 1000;
}
