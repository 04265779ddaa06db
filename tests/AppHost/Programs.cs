namespace Helpdesk.AppHost.Tests;

/// <summary>The only folder in which the runner looks for programs: a machine without servers.</summary>
sealed class Programs : IDisposable
{
    const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    readonly string _folder = Directory.CreateTempSubdirectory("helpdesk-programs-").FullName;

    public Programs()
    {
        // The servers may run as another user than the tests.
        File.SetUnixFileMode(_folder, Executable);
        Add("sudo", "shift; exec \"$@\"");
    }

    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["HELPDESK_PROGRAMS"] = _folder,
        ["PATH"] = $"{_folder}:{System.Environment.GetEnvironmentVariable("PATH")}",
    };

    public bool Has(string name) => File.Exists(Path.Combine(_folder, name));

    public void Add(string name, string script)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, Executable);
    }

    /// <summary>An installer that brings the machine's real servers.</summary>
    public void AddInstaller(bool works = true)
    {
        Add("env", "exec /usr/bin/env \"$@\"");
        var bring = new[] { "postgres", "initdb", "rabbitmq-server", "epmd" }
            .Select(x => $"printf '#!/bin/sh\\nexec {Servers.Binaries.Find(x)} \"$@\"\\n' >{_folder}/{x}; chmod 755 {_folder}/{x};");
        Add("apt-get", works ? $"case \"$*\" in *install*postgresql\\ rabbitmq-server) {string.Concat(bring)} ;; esac" : "exit 0");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
