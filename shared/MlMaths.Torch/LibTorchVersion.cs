using System.Text.RegularExpressions;

namespace MlMaths.Torch;

/// <summary>Which version of libtorch lies in a folder, as the files beside it say; nothing is loaded to find out.</summary>
internal static partial class LibTorchVersion
{
    /// <summary>What this program is made for.</summary>
    public const string Needed = "2.10";

    /// <summary>
    /// Beside the folder of the libraries, or in it: a libtorch says it in the first, a PyTorch in the second, both in
    /// the third.
    /// </summary>
    private static readonly string[] Sayings =
        ["build-version", "version.py", Path.Combine("share", "cmake", "Torch", "TorchConfigVersion.cmake")];

    /// <summary>For instance <c>1.13.1</c>; null where nothing says so.</summary>
    /// <param name="folder">Where the libraries lie.</param>
    /// <param name="library">File name of one of them; Linux distributions write the version behind it.</param>
    public static string? Of(string folder, string library)
    {
        try
        {
            string[] files = [.. Sayings.SelectMany(
                saying => (string[])[Path.Combine(folder, "..", saying), Path.Combine(folder, saying)])
                .Where(File.Exists)];
            foreach (string file in files)
            {
                if (Number().Match(File.ReadAllText(file)) is { Success: true } said)
                    return said.Value;
            }

            string? real = new FileInfo(Path.Combine(folder, library)).ResolveLinkTarget(returnFinalTarget: true)?.Name ?? library;
            return Number().Match(real) is { Success: true } written ? written.Value : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The folder that a library was loaded from; null where the system does not tell.</summary>
    public static string? LoadedFrom(string library)
    {
        const string Maps = "/proc/self/maps";
        if (!File.Exists(Maps))
            return null;
        string? path = File.ReadLines(Maps).Select(
            line => line[(line.IndexOf('/', StringComparison.Ordinal) is var start and >= 0 ? start : line.Length)..])
            .FirstOrDefault(path => Path.GetFileName(path).StartsWith(library, StringComparison.Ordinal));
        return path is null ? null : Path.GetDirectoryName(path);
    }

    [GeneratedRegex(@"\d+\.\d+(\.\d+)*")]
    private static partial Regex Number();
}
