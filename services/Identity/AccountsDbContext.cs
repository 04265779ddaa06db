using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Settings;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.Identity.Setup;
using Helpdesk.Identity.Tokens;
using Helpdesk.Identity.TwoFactor;
using Helpdesk.Messaging;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Quotas;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Helpdesk.Identity;

sealed class AccountsDbContext(DbContextOptions<AccountsDbContext> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<Installation> Installations => Set<Installation>();
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<InstallationSettings> Settings => Set<InstallationSettings>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddMessaging();
        builder.AddIdempotencyKeys();
        builder.AddQuotas();
        // Nobody signs in with another site's account, and what an account may do is its roles alone.
        foreach (var unused in new[] { typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>) })
            builder.Model.RemoveEntityType(builder.Model.FindEntityType(unused)!);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<Account>(account =>
        {
            account.ToTable("account").HasKey(x => x.Id).HasName("pk_account");
            account.Property(x => x.Id).ValueGeneratedNever();
            account.Property(x => x.Name).HasMaxLength(AccountLimits.Name);
            account.Property(x => x.TimeZone).HasMaxLength(64);
            account.Property(x => x.Phone).HasMaxLength(AccountLimits.Phone);
            account.Property(x => x.Specialty).HasMaxLength(AccountLimits.Specialty);
            account.Property(x => x.Version).IsConcurrencyToken();
            account.Property(x => x.NormalizedEmail).HasMaxLength(Account.MaxNormalizedEmail);
            account.Property(x => x.NormalizedUserName).HasMaxLength(Account.MaxNormalizedEmail);
            account.Ignore(x => x.PhoneNumber).Ignore(x => x.PhoneNumberConfirmed).Ignore(x => x.TwoFactorEnabled)
                .Ignore(x => x.LockoutEnabled).Ignore(x => x.PasswordFingerprint);
            account.HasIndex(x => x.NormalizedUserName).IsUnique().HasDatabaseName("ix_account_normalized_user_name");
            account.HasIndex(x => x.NormalizedEmail).IsUnique().HasDatabaseName(Account.EmailIndex);
            account.HasIndex(x => new { x.Name, x.Id }).HasDatabaseName("ix_account_name_id");
            account.HasIndex(x => x.Roles).HasMethod("gin").HasDatabaseName("ix_account_roles");
            account.HasIndex(x => new { x.Name, x.Email }).HasMethod("gin").HasOperators("gin_trgm_ops", "gin_trgm_ops")
                .HasDatabaseName("ix_account_search");
        });
        builder.Entity<Session>(session =>
        {
            session.ToTable("session");
            session.Property(x => x.Id).ValueGeneratedNever();
            session.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
            session.Property(x => x.Device).HasMaxLength(Session.MaxDevice);
            session.Property(x => x.Address).HasMaxLength(Session.MaxAddress);
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
        builder.Entity<OneTimeLink>(link =>
        {
            link.ToTable("one_time_link");
            link.Property(x => x.Id).ValueGeneratedNever();
            link.Property(x => x.Purpose).HasConversion<string>();
            link.HasIndex(x => x.Hash).IsUnique();
            link.HasIndex(x => x.AccountId);
            link.HasIndex(x => x.NormalizedEmail).HasFilter("ended_at is null");
            link.HasIndex(x => x.ExpiresAt);
            link.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<RecoveryCode>(code =>
        {
            code.ToTable("recovery_code").HasKey(x => new { x.AccountId, x.Hash });
            code.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId);
        });
        builder.Entity<SigningKey>().ToTable("signing_key");
        builder.Entity<InstallationSettings>(settings =>
        {
            settings.ToTable("installation_settings", x => x.HasCheckConstraint("ck_installation_settings_one", "id = 1"));
            settings.Property(x => x.Id).ValueGeneratedNever();
            settings.Property(x => x.Values).HasColumnType("jsonb").HasConversion(AsJson<SettingsValues>(), Whole<SettingsValues>());
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry");
            entry.Property(x => x.Id).ValueGeneratedNever();
            entry.Property(x => x.Action).HasConversion<string>();
            entry.Property(x => x.Changes).HasColumnType("jsonb")
                .HasConversion(AsJson<IReadOnlyList<AuditedChange>>(), Whole<IReadOnlyList<AuditedChange>>());
            entry.HasIndex(x => new { x.At, x.Id });
            entry.HasIndex(x => new { x.ActorId, x.At });
            entry.HasIndex(x => new { x.SubjectId, x.At });
            entry.HasIndex(x => new { x.Action, x.At });
        });
    }

    static ValueConverter<T, string> AsJson<T>() =>
        new(x => JsonSerializer.Serialize(x, JsonSerializerOptions.Web), x => JsonSerializer.Deserialize<T>(x, JsonSerializerOptions.Web)!);

    /// <summary>Replaced as a whole and never changed inside: whether it is the same is all there is to compare.</summary>
    static ValueComparer<T> Whole<T>() where T : class => new((x, y) => ReferenceEquals(x, y), x => x.GetHashCode(), x => x);
}
