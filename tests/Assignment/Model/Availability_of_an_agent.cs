using Helpdesk.Assignment.Agents;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

public sealed class Availability_of_an_agent
{
    readonly Agent _agent = new() { Id = Guid.NewGuid() };

    public Availability_of_an_agent() => _agent.Apply(SampleEvents.Account(_agent.Id));

    [Fact]
    public void Account_of_an_agent_can_be_given_tickets() =>
        Assert.Equal(
            (true, null, false, "bruno@example.org"),
            (_agent.Eligible, _agent.IneligibleBecause, _agent.CannotWork, _agent.CanonicalEmail));

    [Fact]
    public void Account_that_is_suspended_or_loses_the_role_is_gone()
    {
        _agent.Apply(SampleEvents.Account(_agent.Id, version: 2, active: false));
        Assert.Equal(("disabled", true), (_agent.IneligibleBecause, _agent.CannotWork));
        _agent.Apply(SampleEvents.Account(_agent.Id, version: 3, roles: "Customer"));
        Assert.Equal(("not-an-agent", true), (_agent.IneligibleBecause, _agent.CannotWork));
    }

    [Fact]
    public void Agent_who_goes_away_says_why_and_until_when_and_is_not_gone()
    {
        _agent.GoAway("Dentist", SampleEvents.Now.AddHours(2));
        Assert.Equal(new("away", "Dentist", SampleEvents.Now.AddHours(2), null), _agent.Availability);
        Assert.False(_agent.CannotWork);
        _agent.ComeBack();
        Assert.Equal(new(null, null, null, null), _agent.Availability);
    }

    [Fact]
    public void What_is_told_is_numbered()
    {
        _agent.Capacity = 4;
        Assert.Equal((1, true, null, 4), Told(_agent.NextAvailabilityEvent(SampleEvents.Now)));
        _agent.GoAway(null, null);
        Assert.Equal((2, false, "away", 4), Told(_agent.NextAvailabilityEvent(SampleEvents.Now)));

        static (long, bool, string?, int?) Told(AgentAvailabilityChanged x) => (x.Version, x.Available, x.Because, x.Capacity);
    }

    [Theory]
    [InlineData(null, 3, null, 3, false)]
    [InlineData("away", 3, null, 3, true)]
    [InlineData(null, 3, "away", 9, false)]
    [InlineData(null, 3, null, 4, true)]
    [InlineData(null, 3, null, 2, false)]
    [InlineData(null, 3, null, null, true)]
    [InlineData(null, null, null, 3, false)]
    [InlineData(null, null, null, null, false)]
    public void What_waits_is_looked_at_when_an_agent_takes_more_than_before(
        string? obstacleBefore, int? capacityBefore, string? obstacle, int? capacity, bool more) =>
        Assert.Equal(
            more, new AgentAvailability(obstacle, null, null, capacity).TakesMoreThan(new(obstacleBefore, null, null, capacityBefore)));

    [Fact]
    public void Areas_that_an_agent_enters_and_leaves_are_told_once()
    {
        var (one, two, three) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var (entered, left) = _agent.SetAreas(new HashSet<Guid> { one, two })!.Value;
        Assert.Equal((2, 0), (entered.Count, left.Count));
        Assert.Null(_agent.SetAreas(new HashSet<Guid> { two, one }));
        (entered, left) = _agent.SetAreas(new HashSet<Guid> { two, three })!.Value;
        Assert.Equal(three, Assert.Single(entered));
        Assert.Equal(one, Assert.Single(left));
        var told = _agent.ToEvent();
        Assert.Equal(2, told.Version);
        Assert.Equal(new[] { two, three }.Order(), told.AreaIds);
    }
}
