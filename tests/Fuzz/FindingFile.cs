using System.Security.Cryptography;

namespace MlMaths.Torch.Fuzz;

/// <summary>Findings as small files, which the suite tries again: <c>Findings/kind/ending-hash</c>.</summary>
internal static class FindingFile
{
    public static string Folder { get; } = Path.Combine(Clone.Folder, "tests", "Fuzz", "Findings");

    public static string Keep(string folder, Finding finding)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(finding.Input));
        string name = $"{finding.Outcome.Ending.ToString().ToLowerInvariant()}-{hash[..8]}";
        string path = Path.Combine(
            Directory.CreateDirectory(Path.Combine(folder, finding.Kind.Name.Replace(' ', '-'))).FullName, name);
        File.WriteAllBytes(path, finding.Input);
        return path;
    }

    /// <summary>All that are kept of a kind.</summary>
    public static IEnumerable<string> Of(IFuzzedKind kind)
    {
        string folder = Path.Combine(Folder, kind.Name.Replace(' ', '-'));
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal) : [];
    }
}
