using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

/// <summary>A ticket's whole life many times over, its events and choices delivered in any order and some of them twice.</summary>
public sealed class Events_in_any_order
{
    [Fact]
    public void N1_never_leave_an_open_ticket_that_nobody_has_outside_the_queue() =>
        Assert.All(Enumerable.Range(0, 20_000), seed => new Life(new Random(seed)).Live());

    sealed class Life(Random random)
    {
        static readonly Guid[] Areas = [Guid.NewGuid(), Guid.NewGuid()];
        static readonly Person[] People =
            [.. Enumerable.Range(0, 3)
                .Select(i => new Person { Id = Guid.NewGuid(), Name = $"Agent {i}", Email = "a@example.org", Language = "es" })];

        readonly List<Action> _underWay = [];
        readonly HashSet<(string, long)> _choices = [];
        TicketSnapshot _truth = SampleEvents.Ticket(Areas[0]);
        bool _awaitsDispatcher;
        Ticket? _copy;
        bool _opened;
        int _moves;

        public void Live()
        {
            Tell(_truth);
            for (var step = 0; step < 12; step++)
            {
                Happen();
                Deliver(random.Next(3));
            }

            while (_underWay.Count > 0)
                Deliver(1);
            var open = Ticket.IsOpen(_truth.Status);
            Assert.Equal((_truth.Version, open, _truth.AreaId), (_copy!.Version, _copy.Open, _copy.AreaId));
            Assert.False(_copy.Pending, "Every choice was recorded or came to nothing.");
            Assert.Equal(_truth.Assignee?.Id, _copy.AgentId);
            Assert.Equal(open && _truth.Assignee is null, _copy.WaitingSince is not null);
            // What was taken away may stay with the dispatchers when it went to another area and back before anybody heard of it.
            if (open && _truth.Assignee is null)
                Assert.True(_copy.Held == _awaitsDispatcher || (_copy.Held && _moves > 1));
        }

        /// <summary>Something that Ticketing's people do, with the event that it publishes.</summary>
        void Happen()
        {
            var (assignee, closed) = (_truth.Assignee, _truth.Status == TicketStatus.Closed);
            switch (random.Next(7))
            {
                case 0 when !closed: Tell(_truth with { Status = TicketStatus.Closed }); break;
                case 1 when closed: Tell(_truth with { Status = TicketStatus.InProgress }); break;
                case 2 when !closed && assignee is not null: Hand(null, AssigneeCause.Returned); break;
                case 3 when !closed && assignee is not null: Hand(null, AssigneeCause.HandedBack); break;
                case 4 when !closed && assignee is not null: Hand(null, AssigneeCause.Unassigned); break;
                case 5 when !closed && random.Next(3) == 0: Hand(People[random.Next(3)], AssigneeCause.Given); break;
                case 6 when random.Next(3) == 0:
                    _awaitsDispatcher = false;
                    _moves++;
                    Tell(_truth with { AreaId = Areas[_truth.AreaId == Areas[0] ? 1 : 0] });
                    break;
                default: Tell(_truth); break;
            }
        }

        void Hand(Person? to, AssigneeCause cause)
        {
            var from = _truth.Assignee;
            _awaitsDispatcher = cause == AssigneeCause.Unassigned;
            Tell(
                _truth with { Assignee = to },
                x => new() { Ticket = x, From = from, To = to, ChangedAt = SampleEvents.Now, ChangedBy = Actor.System, Cause = cause });
        }

        void Tell(TicketSnapshot after, Func<TicketSnapshot, AssigneeChanged>? hands = null)
        {
            var opening = !_opened;
            _opened = true;
            _truth = opening ? after : after with { Version = _truth.Version + 1 };
            var (seen, change) = (_truth, hands?.Invoke(_truth));
            for (var copies = random.Next(5) == 0 ? 2 : 1; copies > 0; copies--)
                _underWay.Add(opening ? () => HearOpened(seen) : () => Hear(seen, change));
        }

        void Deliver(int count)
        {
            for (; count > 0 && _underWay.Count > 0; count--)
            {
                var next = random.Next(_underWay.Count);
                var arrives = _underWay[next];
                _underWay.RemoveAt(next);
                arrives();
            }
        }

        /// <summary>As the consumer of the opening does.</summary>
        void HearOpened(TicketSnapshot seen)
        {
            var known = _copy is not null;
            _copy ??= Ticket.From(seen);
            if (_copy.AwaitsFirstChoice && (!known || _choices.Count == 0))
            {
                _copy.Wait(WaitingReasons.InLine, SampleEvents.Now);
                _underWay.Add(Choose);
            }
        }

        void Hear(TicketSnapshot seen, AssigneeChanged? hands)
        {
            _copy ??= new() { Id = seen.Id, Number = seen.Number, Subject = seen.Subject, AreaId = seen.AreaId, Priority = seen.Priority,
                OpenedAt = seen.OpenedAt, Open = true, Version = 0 };
            if (_copy.Apply(seen, hands, SampleEvents.Now))
                _underWay.Add(Choose);
        }

        /// <summary>As draining the queue does, and what Ticketing makes of the choice when it arrives there.</summary>
        void Choose()
        {
            if (_copy is not { WaitingSince: not null, Held: false } copy)
                return;
            // In the end nobody is left, so that a ticket may also wait.
            if (People.Where(x => !copy.ReturnedBy.Contains(x.Id!.Value)).OrderBy(_ => random.Next()).FirstOrDefault() is not { } chosen)
                return;
            Assert.True(_choices.Add((copy.Cause, copy.CauseVersion)), "At most one choice comes of one cause.");
            var area = copy.AreaId;
            copy.AssignTo(chosen.Id!.Value);
            _underWay.Add(() =>
            {
                if (_truth is { Assignee: null, Status: not TicketStatus.Closed } && !_awaitsDispatcher && _truth.AreaId == area)
                    Hand(chosen, AssigneeCause.Automatic);
            });
        }
    }
}
