namespace Helpdesk.AppHost.Servers;

/// <summary>How PostgreSQL and RabbitMQ run.</summary>
public enum ServerKind
{
    /// <summary>As local processes, from the machine's packages.</summary>
    Processes,

    /// <summary>As containers of the local engine.</summary>
    Containers,
}

/// <summary>What the choice depends on.</summary>
/// <param name="Wanted">What was requested; null for no preference.</param>
/// <param name="MadeWith">What the existing data was made with; null without data.</param>
/// <param name="ProgramsAreHere">Whether both servers are installed.</param>
/// <param name="ImagesAreHere">Whether an engine is running and has both images.</param>
public sealed record ServerFacts(ServerKind? Wanted, ServerKind? MadeWith, bool ProgramsAreHere, bool ImagesAreHere);

/// <summary>The choice, and why.</summary>
public sealed record ServerChoice(ServerKind Kind, string Reason)
{
    /// <exception cref="InvalidOperationException">What was requested cannot read the existing data.</exception>
    public static ServerChoice Of(ServerFacts facts) => facts switch
    {
        { Wanted: { } wanted, MadeWith: { } other } when wanted != other => throw new InvalidOperationException(
            $"The data here are kept by {Plural(other)}; begin anew with {Plural(wanted)} in another folder: --Helpdesk:Data=DIRECTORY"),
        { Wanted: { } wanted } => new(wanted, "as was asked for"),
        { MadeWith: { } before } => new(before, "as before, for they keep the data"),
        { ProgramsAreHere: true } => new(ServerKind.Processes, "both are installed"),
        { ImagesAreHere: true } => new(ServerKind.Containers, "they are not installed, and a container engine has both"),
        _ => new(ServerKind.Processes, "from packages that are to be installed"),
    };

    /// <summary>Whether images matter at all: looking for an engine takes time.</summary>
    public static bool DependsOnImages(ServerFacts facts) => facts is { Wanted: null, MadeWith: null, ProgramsAreHere: false };

    static string Plural(ServerKind kind) => kind == ServerKind.Containers ? "containers" : "processes";
}
