using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Customers_who_are_agents(SharedService shared) : IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;
    AccountChanged _bruno = null!, _carla = null!;

    public async ValueTask InitializeAsync()
    {
        _area = await _service.AreaAsync();
        _bruno = await AgentAsync("Bruno", $"bruno{Guid.NewGuid():N}@bücher.example");
        _carla = await AgentAsync("Carla", $"carla{Guid.NewGuid():N}@example.org");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task<AccountChanged> AgentAsync(string name, string email)
    {
        var account = SampleEvents.Account(name: name).At(email);
        await ChangeAsync(account);
        Assert.True((await _service.PutIntoAsync(account.AccountId, _area)).IsSuccessStatusCode);
        return account;
    }

    async Task ChangeAsync(AccountChanged account)
    {
        await _service.PublishAsync(account);
        await _service.KnowsAsync(account);
    }

    /// <summary>A ticket of this person.</summary>
    TicketSnapshot TicketOf(Guid? id, string email) =>
        SampleEvents.Ticket(_area) with { Customer = new() { Id = id, Name = "Bruno", Email = email, Language = "es" } };

    Task<IReadOnlyList<TicketAwaitsDispatcher>> AskedAsync(TicketSnapshot ticket) =>
        _installation.Events.WaitForAsync<TicketAwaitsDispatcher>(1, x => x.TicketId == ticket.Id);

    string Spelled(string how) => how switch
    {
        "as typed" => _bruno.Email,
        "in capitals" => _bruno.Email.ToUpperInvariant(),
        "in punycode" => _bruno.Email.Replace("bücher", "xn--bcher-kva", StringComparison.Ordinal),
        "full-width" => _bruno.Email.Replace("bruno", "ｂｒｕｎｏ", StringComparison.Ordinal),
        "with a last dot" => _bruno.Email + ".",
        "decomposed" => _bruno.Email.Replace("ü", "u\u0308", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    [Fact]
    public async Task G4_a_ticket_is_never_assigned_to_its_own_customer()
    {
        for (var i = 0; i < 4; i++)
        {
            var other = i % 2 == 0 ? (_bruno, _carla) : (_carla, _bruno);
            Assert.Equal(other.Item2.AccountId, await _service.OpenAsync(TicketOf(other.Item1.AccountId, "somebody@example.org")));
        }

        var receipt = (await _service.ReceiptsAsync(_area))[0];
        var passed = receipt.Candidates.Single(x => x.AgentId == _bruno.AccountId);
        Assert.Equal((false, "customer", true), (passed.Eligible, passed.NotEligibleBecause, passed.Facts!.IsCustomer));
        Assert.Equal("round-robin/3", receipt.Policy);
        var shown = (await _service.ItemsAsync($"/api/receipts?ticket={receipt.TicketNumber}"))[0].GetProperty("candidates");
        var why = shown.EnumerateArray().Single(x => x.GetProperty("agentId").GetGuid() == _bruno.AccountId);
        Assert.Equal("customer", why.GetProperty("because").GetString());
        Assert.Contains("the customer of this ticket", why.GetProperty("why").GetString()!, StringComparison.Ordinal);
        Assert.Equal(4, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Theory]
    [InlineData("as typed")]
    [InlineData("in capitals")]
    [InlineData("in punycode")]
    [InlineData("full-width")]
    [InlineData("with a last dot")]
    [InlineData("decomposed")]
    public async Task G4_G1_nor_to_an_agent_who_reads_the_same_mailbox_however_it_is_spelled(string how)
    {
        for (var i = 0; i < 2; i++)
            Assert.Equal(_carla.AccountId, await _service.OpenAsync(TicketOf(null, Spelled(how))));
    }

    [Fact]
    public async Task G4_G1_the_canonical_form_that_identity_tells_counts()
    {
        await ChangeAsync(_bruno with { Version = 2, CanonicalEmail = "told@example.org" });
        for (var i = 0; i < 2; i++)
            Assert.Equal(_carla.AccountId, await _service.OpenAsync(TicketOf(null, "Told@example.org")));
    }

    [Fact]
    public async Task G4_with_nobody_else_free_it_waits_and_a_dispatcher_is_told_once()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        var ticket = TicketOf(_bruno.AccountId, _bruno.Email);
        await _service.WaitsAsync(ticket, WaitingReasons.Customer);
        Assert.Equal("customer", Assert.Single(await AskedAsync(ticket)).Because);
        Assert.NotNull((await _service.TicketAsync(ticket.Id, _ => true)).DispatchersAskedAt);

        // Whatever is looked at again in the same wait asks nobody again; other tickets pass it by.
        Assert.Equal(_bruno.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
        await _service.ConsumeAsync(new DrainArea(_area) { Everything = true });
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.ComeBackAsync(_bruno.AccountId);
        Assert.Equal(_bruno.AccountId, await _service.OpenAsync(SampleEvents.Ticket(_area)));
        Assert.Single(await AskedAsync(ticket));

        await _service.ComeBackAsync(_carla.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.AgentId == _carla.AccountId);
        Assert.Equal(3, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task G4_who_comes_back_to_their_own_ticket_does_not_get_it_and_a_dispatcher_is_told()
    {
        await _service.GoAwayAsync(_carla.AccountId);
        await _service.GoAwayAsync(_bruno.AccountId);
        var ticket = TicketOf(_bruno.AccountId, _bruno.Email);
        await _service.WaitsAsync(ticket, WaitingReasons.NobodyAvailable);
        Assert.DoesNotContain(_installation.Events.Heard<TicketAwaitsDispatcher>(), x => x.TicketId == ticket.Id);

        await _service.ComeBackAsync(_bruno.AccountId);
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.Customer);
        Assert.Single(await AskedAsync(ticket));
        Assert.Empty(await _service.ReceiptsAsync(_area));
    }

    [Fact]
    public async Task G4_when_all_others_gave_it_back_a_dispatcher_is_told()
    {
        var ticket = TicketOf(_bruno.AccountId, _bruno.Email);
        await _service.OpenAsync(ticket);
        await _service.GoAwayAsync(_bruno.AccountId);
        await _service.ConsumeAsync(SampleEvents.Left(ticket, 3, SampleEvents.Person(_carla), AssigneeCause.Returned));
        await _service.TicketAsync(ticket.Id, x => x.WaitingBecause == WaitingReasons.Customer);
        Assert.Single(await AskedAsync(ticket));
    }
}
