using Helpdesk.AppHost.Servers;
using static Helpdesk.AppHost.Servers.ServerKind;

namespace Helpdesk.AppHost.Tests;

public sealed class Choice_of_the_servers
{
    public static TheoryData<ServerKind?, ServerKind?, bool, bool, ServerKind> Table { get; } = new()
    {
        // asked for, data made with, programs here, images here: chosen
        { null, null, true, true, Processes },
        { null, null, true, false, Processes },
        { null, null, false, true, Containers },
        { null, null, false, false, Processes },
        { null, Processes, true, true, Processes },
        { null, Processes, false, true, Processes },
        { null, Containers, true, true, Containers },
        { null, Containers, true, false, Containers },
        { null, Containers, false, false, Containers },
        { Processes, null, false, true, Processes },
        { Containers, null, true, false, Containers },
        { Processes, Processes, false, true, Processes },
        { Containers, Containers, true, false, Containers },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Follows_what_was_asked_for_then_the_data_then_programs_then_images(
        ServerKind? wanted, ServerKind? madeWith, bool programs, bool images, ServerKind chosen) =>
        Assert.Equal(chosen, ServerChoice.Of(new ServerFacts(wanted, madeWith, programs, images)).Kind);

    [Theory]
    [InlineData(Processes, Containers)]
    [InlineData(Containers, Processes)]
    public void Never_leaves_data_behind_that_are_there(ServerKind wanted, ServerKind madeWith)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => ServerChoice.Of(new ServerFacts(wanted, madeWith, true, true)));
        Assert.Contains("--Helpdesk:Data=DIRECTORY", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false, true)]
    [InlineData(null, null, true, false)]
    [InlineData(null, Processes, false, false)]
    [InlineData(Processes, null, false, false)]
    public void Asks_for_an_engine_only_where_its_answer_matters(ServerKind? wanted, ServerKind? madeWith, bool programs, bool asks) =>
        Assert.Equal(asks, ServerChoice.DependsOnImages(new ServerFacts(wanted, madeWith, programs, false)));
}
