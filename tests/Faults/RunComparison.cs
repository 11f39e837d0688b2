using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MlMaths.Torch.Faults;

/// <summary>Two runs of the same command, file by file, without what is timed.</summary>
internal static class RunComparison
{

    /// <summary>What differs; empty where nothing does.</summary>
    public static string Differences(string whole, string other) =>
        string.Join(", ", new[] { "predictions.csv", "history.csv", "model.json" }
        .Where(file => !Same(Path.Combine(whole, file), Path.Combine(other, file)))
        .Concat(Measurements(whole).Zip(Measurements(other)).Where(pair => pair.First != pair.Second)
            .Select(pair => pair.First.Split('"')[3]))
        .Concat(Measurements(whole).Count == Measurements(other).Count ? [] : ["number of measurements"]));

    /// <summary>completed, cancelled, failed; null where there is no whole manifest.</summary>
    public static string? StatusOf(string run)
    {
        string results = Path.Combine(run, "results.json");
        return File.Exists(results)
            ? JsonDocument.Parse(File.ReadAllText(results)).RootElement.GetProperty("status").GetString() : null;
    }

    /// <summary>One hash over every path and every byte below a folder.</summary>
    public static string Hash(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file)));
            hash.AppendData(File.ReadAllBytes(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool Same(string whole, string other) => File.Exists(whole)
        ? File.Exists(other) && File.ReadAllBytes(whole).AsSpan().SequenceEqual(File.ReadAllBytes(other))
        : !File.Exists(other);

    private static List<string> Measurements(string run) =>
    [
        .. JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "results.json"))).RootElement
            .GetProperty("measurements").EnumerateArray()
            .Where(measurement => !IsTimed(measurement)).Select(measurement => JsonSerializer.Serialize(measurement)),
    ];

    /// <summary>What a stopwatch has measured says so.</summary>
    private static bool IsTimed(JsonElement measurement) =>
        measurement.TryGetProperty("timed", out JsonElement timed) && timed.ValueKind == JsonValueKind.True;
}
