using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MlMaths.Torch.Runs;

/// <summary>What a run ran on. Reading it loads no libtorch; what cannot be read is null, not guessed.</summary>
internal sealed partial record RunEnvironment(
    string Os, string Cpu, int Threads, string Dotnet, string Torchsharp, string? Libtorch, string? Gpu, string? GitCommit)
{
    /// <summary>This machine, this process, this clone.</summary>
    public static RunEnvironment Read() => new(
        RuntimeInformation.OSDescription,
        CpuName(),
        Environment.ProcessorCount,
        Environment.Version.ToString(),
        TorchSharpVersion(),
        LibtorchPackage(),
        GraphicsCards.OfThisMachine.Names,
        Runs.GitCommit.Above(AppContext.BaseDirectory))
    {
        GpuRemark = GraphicsCards.OfThisMachine.Remark,
    };

    /// <summary>The cards, or why none is named.</summary>
    [JsonIgnore]
    public string? GpuRemark { get; init; }

    /// <summary>The same for a reader.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Lines =>
    [
        new("Operating system", Os),
        new("Processor", $"{Cpu}, {Threads} threads"),
        new("GPU", Gpu ?? GpuRemark ?? "not looked for"),
        new(".NET", Dotnet),
        new("TorchSharp", $"{Torchsharp}, libtorch {Libtorch ?? "of unknown version"}"),
        new("Commit", GitCommit ?? "not in a git clone"),
    ];

    private static string CpuName()
    {
        string? model = FirstLine("/proc/cpuinfo", "model name");
        return model ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? RuntimeInformation.ProcessArchitecture.ToString();
    }

    private static string TorchSharpVersion()
    {
        Assembly assembly = typeof(torch).Assembly;
        string? version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];
        return version ?? assembly.GetName().Version?.ToString() ?? "unknown";
    }

    /// <summary>The libtorch package that this program was built with, as its own list of dependencies has it.</summary>
    private static string? LibtorchPackage()
    {
        string[] lists = (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string)?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [];
        Match? package = lists.Where(File.Exists)
            .Select(list => PackageName().Match(File.ReadAllText(list))).FirstOrDefault(match => match.Success);
        return package is null ? null : $"{package.Groups["version"].Value} ({package.Groups["name"].Value})";
    }

    private static string? FirstLine(string file, string key)
    {
        if (!File.Exists(file))
            return null;
        string? line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    [GeneratedRegex("\"(?<name>libtorch-[a-z0-9.-]+)/(?<version>[0-9.]+)\"")]
    private static partial Regex PackageName();
}
