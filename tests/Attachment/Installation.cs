using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Tests;

/// <summary>Attachment with a directory of its own for the files.</summary>
sealed class Installation() : ReplicatedInstallation<Installation, Replica, AttachmentDbContext>("attachment")
{
    public string Storage { get; } = Directory.CreateTempSubdirectory("helpdesk-files-").FullName;

    public override IEnumerable<(string Key, string Value)> Settings =>
    [
        .. base.Settings, ("Storage:Root", Storage), ("Uploads:KibibytesPerSender", "1000000"), ("Uploads:CheckWait", "00:04:00"),
        ("Purge:Poll", "00:00:00.100"), ("Uploads:SweepEvery", "00:00:00.100"),
    ];

    protected override Replica Replica((string Key, string Value)[] settings) => new(this, settings);

    /// <summary>Where the bytes of a file are.</summary>
    public string PathOf(Guid id) => Path.Combine(Storage, "files", $"{id:N}"[^2..], $"{id:N}");

    /// <summary>Where the preview of an image is.</summary>
    public string PreviewOf(Guid id) => PathOf(id) + ".preview";

    /// <summary>Every file of the store, whatever it is, also a preview that was left behind;
    /// not one that lies beside its image.</summary>
    public string[] FilesOnDisk() =>
        [.. EverythingOnDisk().Where(x => !x.EndsWith(".preview", StringComparison.Ordinal) || !File.Exists(x[..^".preview".Length]))];

    string[] EverythingOnDisk() => Directory.GetFiles(Storage, "*", SearchOption.AllDirectories);

    /// <summary>Makes a file undeletable, even for the administrator: in its place stands a directory that is not empty.</summary>
    public void Jam(Guid id)
    {
        File.Delete(PathOf(id));
        Directory.CreateDirectory(Path.Combine(PathOf(id), "jam"));
    }

    /// <summary>Throws away every file and what was to become of it.</summary>
    public async ValueTask EmptyAsync()
    {
        await using (var db = Open())
            await db.Database.ExecuteSqlAsync($"truncate stored_file, purge");
        foreach (var file in EverythingOnDisk())
            File.Delete(file);
    }

    public void Unjam(Guid id) => Directory.Delete(PathOf(id), true);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Storage, true);
    }
}
