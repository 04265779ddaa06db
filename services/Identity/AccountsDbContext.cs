using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Setup;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity;

sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<Installation> Installations => Set<Installation>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => configurationBuilder.UseSnakeCaseNames();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddMessaging();
        // Nobody signs in with another site's account, and what an account may do is its roles alone.
        foreach (var unused in new[] { typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>) })
            builder.Model.RemoveEntityType(builder.Model.FindEntityType(unused)!);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<Account>(account =>
        {
            account.ToTable("account").HasKey(x => x.Id).HasName("pk_account");
            account.Property(x => x.Id).ValueGeneratedNever();
            account.Property(x => x.Name).HasMaxLength(Account.MaxName);
            account.Property(x => x.Version).IsConcurrencyToken();
            account.Ignore(x => x.PhoneNumber).Ignore(x => x.PhoneNumberConfirmed).Ignore(x => x.TwoFactorEnabled).Ignore(x => x.LockoutEnabled);
            account.HasIndex(x => x.NormalizedUserName).IsUnique().HasDatabaseName("ix_account_normalized_user_name");
            account.HasIndex(x => x.NormalizedEmail).IsUnique().HasDatabaseName(Account.EmailIndex);
            account.HasIndex(x => new { x.Name, x.Id }).HasDatabaseName("ix_account_name_id");
            account.HasIndex(x => x.Roles).HasMethod("gin").HasDatabaseName("ix_account_roles");
            account.HasIndex(x => new { x.Name, x.Email }).HasMethod("gin").HasOperators("gin_trgm_ops", "gin_trgm_ops").HasDatabaseName("ix_account_search");
        });
        builder.Entity<Session>(session =>
        {
            session.ToTable("session");
            session.Property(x => x.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
            session.HasIndex(x => x.ExpiresAt);
        });
        builder.Entity<RefreshToken>(token =>
        {
            token.ToTable("refresh_token").HasKey(x => x.Hash);
            token.HasOne<Session>().WithMany().HasForeignKey(x => x.SessionId);
        });
        builder.Entity<Installation>(installation =>
        {
            // One row at most, for ever: its key has one value.
            installation.ToTable("installation", x => x.HasCheckConstraint("ck_installation_one", "id = 1"));
            installation.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
