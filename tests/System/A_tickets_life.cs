namespace Helpdesk.WholeSystem;

public sealed class A_tickets_life(Started started)
{
    [Fact]
    public void CU1_from_the_form_to_the_purge_is_as_the_sample_tells_it() =>
        Assert.True(started.Life.Code == 0, $"{started.Life.Output}\n--- the system's last lines ---\n{started.Helpdesk.Log}");

    [Fact]
    public void Nobody_warns_while_nothing_is_wrong_but_for_the_door_that_tests_opened() =>
        Assert.All(started.Complaints, x => Assert.Contains("TEST DOOR OPEN", x, StringComparison.Ordinal));
}
