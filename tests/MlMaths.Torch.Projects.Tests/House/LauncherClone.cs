namespace MlMaths.Torch.Tests.House;

/// <summary>The launcher in a small clone of its own, beside a <c>dotnet</c> that is a script.</summary>
internal sealed class LauncherClone
{
    public const string Program = "projects/Portfolio/bin/Release/net10.0/mlmaths.dll",
        Stamp = "projects/Portfolio/bin/Release/net10.0/mlmaths.built";

    private static readonly DateTime BuiltAt = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    /// <summary>Sources a day older than the build that is not there yet.</summary>
    /// <param name="folder">Where it stands.</param>
    /// <param name="dotnet">The script, in bash.</param>
    public LauncherClone(string folder, string dotnet)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The launcher is a shell script.");
        Folder = folder;
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(Repository.Folder, "mlmaths"), At("mlmaths"));
        Write("Directory.Build.props", "<Project />", days: -1);
        Write("global.json", "{}", days: -1);
        Write("shared/A.cs", "", days: -1);
        Write("projects/B.cs", "", days: -1);
        WriteDotnet(dotnet);
    }

    public string Folder { get; }

    public string At(string file) => Path.Combine(Folder, file);

    /// <summary>A file that was written so many days after the build.</summary>
    public void Write(string file, string text, double days)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
        File.SetLastWriteTimeUtc(At(file), BuiltAt.AddDays(days));
    }

    public void WriteBuild()
    {
        Write(Program, "", days: 0);
        Write(Stamp, "cpu\n", days: 0);
    }

    public void WriteDotnet(string script)
    {
        Write("tools/dotnet", $"#!/usr/bin/env bash\n{script}\n", days: 0);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(At("tools/dotnet"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>A line of bash, typed in a folder; <c>$CLONE</c> is the clone.</summary>
    public Command Type(string line, string folder, params (string Name, string Value)[] environment)
    {
        Dictionary<string, string?> given = environment.ToDictionary(pair => pair.Name, string? (pair) => pair.Value);
        given["PATH"] = $"{At("tools")}:{Environment.GetEnvironmentVariable("PATH")}";
        given["CLONE"] = Folder;
        given.TryAdd("TorchBackend", null);
        return Command.Run("bash", ["-c", line], given, folder);
    }
}
