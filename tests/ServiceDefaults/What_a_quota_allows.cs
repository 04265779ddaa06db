using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class What_a_quota_allows : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    static readonly Quota Mails = new("mails", 3, Hour);

    string _database = "";
    Counts _db = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestServers.CreateDatabaseAsync();
        _db = Open();
        await _db.Database.EnsureCreatedAsync();
    }

    public ValueTask DisposeAsync() => _db.DisposeAsync();

    [Fact]
    public async Task G2_is_so_many_within_a_window_and_again_as_many_in_the_next()
    {
        Assert.Equal([true, true, true, false, false], await AllowedAsync(Mails.Of("ana@example.org"), 5, Now));
        Assert.Equal([false], await AllowedAsync(Mails.Of("ana@example.org"), 1, Now + Hour - TimeSpan.FromMicroseconds(1)));
        Assert.Equal([true, true, true, false], await AllowedAsync(Mails.Of("ana@example.org"), 4, Now + Hour));
    }

    [Fact]
    public async Task G2_is_counted_for_each_subject_and_each_quota_by_itself()
    {
        await AllowedAsync(Mails.Of("ana@example.org"), 4, Now);
        Assert.Equal([true], await AllowedAsync(Mails.Of("Ana@example.org"), 1, Now));
        Assert.Equal([true], await AllowedAsync(Mails.Of(Guid.CreateVersion7()), 1, Now));
        Assert.Equal([true], await AllowedAsync((Mails with { Name = "links" }).Of("ana@example.org"), 1, Now));
    }

    [Fact]
    public async Task G2_ends_at_a_moment_that_the_last_one_is_told()
    {
        await _db.ConsumeAsync(Mails.Of("ana"), Now, default);
        Assert.False((await _db.ConsumeAsync(Mails.Of("ana"), Now + Hour / 2, default)).IsExhausted);
        Assert.Equal(new(3, 3, Now + Hour), await _db.ConsumeAsync(Mails.Of("ana"), Now + Hour / 2, default));
        Assert.Equal(new(4, 3, Now + Hour), await _db.ConsumeAsync(Mails.Of("ana"), Now + Hour / 2, default));
        Assert.Equal(new(4, 3, Now + Hour), await _db.ConsumeAsync(Mails.Of("ana"), Now + Hour / 2, default));
    }

    [Fact]
    public async Task G2_can_be_nothing_and_can_be_raised_within_the_window()
    {
        Assert.Equal([false, false], await AllowedAsync((Mails with { Limit = 0 }).Of("ana"), 2, Now));
        Assert.Equal([true, true, false], await AllowedAsync((Mails with { Limit = 3 }).Of("ana"), 3, Now));
    }

    [Fact]
    public async Task G2_is_counted_of_all_quotas_or_of_none()
    {
        var (mailbox, account) = (Mails.Of("ana@example.org"), (Mails with { Name = "account", Limit = 5 }).Of("1"));
        for (var i = 0; i < 10; i++)
            Assert.Equal(i < 3, (await _db.ConsumeAllAsync([mailbox, account], Now, default)).All(x => x.IsAllowed));
        Assert.Equal(new(4, 5, Now + Hour), await _db.ConsumeAsync(account, Now, default));
        var usages = await _db.ConsumeAllAsync([account, Mails.Of("eva@example.org")], Now, default);
        Assert.Equal([new(5, 5, Now + Hour), new(1, 3, Now + Hour)], usages);
    }

    [Fact]
    public async Task G2_is_not_used_by_what_is_rolled_back()
    {
        await using (await _db.Database.BeginTransactionAsync())
            await AllowedAsync(Mails.Of("ana"), 3, Now);
        Assert.Equal([true, true, true, false], await AllowedAsync(Mails.Of("ana"), 4, Now));
    }

    [Fact]
    public async Task G2_is_never_exceeded_by_many_at_once()
    {
        var allowed = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
        {
            await using var db = Open();
            SubjectQuota[] quotas = [Mails.Of("ana"), (Mails with { Limit = 100 }).Of("eva")];
            return (await db.ConsumeAllAsync(i % 2 == 0 ? quotas : [.. quotas.Reverse()], Now, default)).All(x => x.IsAllowed);
        }));
        Assert.Equal(3, allowed.Count(x => x));
    }

    [Fact]
    public async Task G2_is_forgotten_after_the_window()
    {
        await AllowedAsync(Mails.Of("ana"), 1, Now);
        await AllowedAsync(Mails.Of("eva"), 1, Now + Hour);
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(new StoppedClock { Now = Now + Hour });
        builder.Services.AddDbContext<Counts>(x => x.UsePostgres(_database));
        builder.Services.AddQuotas<Counts>();
        using var host = builder.Build();
        await host.StartAsync();
        await Eventually.HoldsAsync(() => _db.Database.SqlQuery<string>($"select key as \"Value\" from quota").ToList() is ["mails: eva"]);
    }

    async Task<List<bool>> AllowedAsync(SubjectQuota quota, int times, DateTimeOffset now)
    {
        var allowed = new List<bool>();
        for (var i = 0; i < times; i++)
            allowed.Add((await _db.ConsumeAsync(quota, now, default)).IsAllowed);
        return allowed;
    }

    Counts Open() => new(new DbContextOptionsBuilder<Counts>().UsePostgres(_database).Options);

    sealed class Counts(DbContextOptions<Counts> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddQuotas();
    }
}
