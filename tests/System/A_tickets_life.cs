namespace Helpdesk.WholeSystem;

public sealed class A_tickets_life(SharedSystem started)
{
    [Fact]
    public void CU1_from_the_form_to_the_purge_is_as_the_sample_tells_it() =>
        Assert.True(started.Life.Code == 0, $"{started.Life.Output}\n--- the system's last lines ---\n{started.Helpdesk.Log}");

    // The first is meant to be loud; the others are how the servers say that they start: to nobody, and to whoever asks too early whether
    // they are there.
    static readonly string[] Expected =
        ["CAPTCHA ANSWERS EXPOSED", "rebuilding indices from scratch", "the database system is starting up"];

    [Fact]
    public void Nobody_warns_while_nothing_is_wrong()
    {
        var complaints = started.Complaints.Where(x => !Expected.Any(y => x.Contains(y, StringComparison.Ordinal))).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
