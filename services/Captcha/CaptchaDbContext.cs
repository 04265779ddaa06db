using Helpdesk.Captcha.Challenges;
using Helpdesk.Captcha.Proofs;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha;

sealed class CaptchaDbContext(DbContextOptions<CaptchaDbContext> options) : DbContext(options)
{
    public DbSet<Challenge> Challenges => Set<Challenge>();
    public DbSet<Proof> Proofs => Set<Proof>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddTokenKeys();
        modelBuilder.Entity<Challenge>(challenge =>
        {
            challenge.ToTable("challenge");
            challenge.Property(x => x.Id).ValueGeneratedNever();
            challenge.HasIndex(x => x.ExpiresAt);
        });
        modelBuilder.Entity<Proof>(proof =>
        {
            proof.ToTable("proof");
            proof.Property(x => x.Id).ValueGeneratedNever();
            proof.HasIndex(x => x.ExpiresAt);
            proof.HasIndex(x => x.SolvedAt).HasFilter("solved_at is not null");
        });
    }
}
