using Helpdesk.Identity.Tokens;

namespace Helpdesk.Identity.Tests;

public sealed class Schedule_of_signing_keys
{
    static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Every = TimeSpan.FromDays(90);

    [Fact]
    public void The_first_signs_at_once() => Assert.Equal(Start, SigningKeySchedule.NextFrom(null, Start, Every));

    [Fact]
    public void The_next_is_made_two_hours_before_it_signs()
    {
        var (due, second) = (Start + Every, TimeSpan.FromSeconds(1));
        Assert.Null(SigningKeySchedule.NextFrom(Start, Start, Every));
        Assert.Null(SigningKeySchedule.NextFrom(Start, due - TimeSpan.FromHours(2) - second, Every));
        Assert.Equal(due, SigningKeySchedule.NextFrom(Start, due - TimeSpan.FromHours(2), Every));
    }

    [Fact]
    public void Who_comes_late_still_publishes_it_for_two_hours_before_it_signs()
    {
        var late = Start + Every + TimeSpan.FromDays(10);
        Assert.Equal(late + TimeSpan.FromHours(2), SigningKeySchedule.NextFrom(Start, late, Every));
    }

    [Fact]
    public void One_that_does_not_sign_yet_is_followed_by_no_other()
    {
        Assert.Null(SigningKeySchedule.NextFrom(Start + TimeSpan.FromHours(2), Start, Every));
    }

    [Fact]
    public void A_key_is_published_until_the_last_token_that_it_signed_has_ended()
    {
        Assert.False(SigningKeySchedule.IsOver(null, Start + TimeSpan.FromDays(1000)));
        Assert.False(SigningKeySchedule.IsOver(Start, Start));
        Assert.False(SigningKeySchedule.IsOver(Start, Start + TimeSpan.FromHours(1)));
        // Another replica may have signed with it a moment longer.
        Assert.True(SigningKeySchedule.IsOver(Start, Start + TimeSpan.FromMinutes(65)));
    }
}
