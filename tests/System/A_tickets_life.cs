namespace Helpdesk.WholeSystem;

public sealed class A_tickets_life(Started started)
{
    [Fact]
    public void CU1_from_the_form_to_the_purge_is_as_the_sample_tells_it() =>
        Assert.True(started.Life.Code == 0, $"{started.Life.Output}\n--- the system's last lines ---\n{started.Helpdesk.Log}");

    // The one is meant to be loud; the other is how the broker says that it starts for the first time.
    static readonly string[] Expected = ["TEST DOOR OPEN", "rebuilding indices from scratch"];

    [Fact]
    public void Nobody_warns_while_nothing_is_wrong() =>
        Assert.Equal("", string.Join('\n', started.Complaints.Where(x => !Expected.Any(y => x.Contains(y, StringComparison.Ordinal)))));
}
