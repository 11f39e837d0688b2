using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Showcase.Export;

/// <summary>Where strangers download the suite, at the commit that the runs were made by.</summary>
internal static class SuiteAddress
{
    private const string Commit = "git_commit", Place = "{commit}";

    /// <summary>An address of an archive, as it is; that of a repository, with its archive of the runs' commit.</summary>
    /// <exception cref="UserMistakeException">It is no address, or the runs are of several commits or of none.</exception>
    public static string Of(string url, IReadOnlyList<FinishedRun> runs)
    {
        bool isWeb = Uri.TryCreate(url.Replace(Place, "commit", StringComparison.Ordinal), UriKind.Absolute, out Uri? address)
            && address.Scheme == Uri.UriSchemeHttps && !url.Contains('"', StringComparison.Ordinal)
            && !url.Contains('\\', StringComparison.Ordinal) && !url.Any(char.IsControl);
        if (!isWeb)
        {
            throw new UserMistakeException($"--suite-url is {Quoted.Value(url)}, and must be an address that begins with https://, "
                + "such as https://github.com/OWNER/REPOSITORY.");
        }

        bool isArchive = url.EndsWith(".zip", StringComparison.Ordinal);
        if (isArchive && !url.Contains(Place, StringComparison.Ordinal)) return url;
        string[] commits = [.. runs.Select(run => run.Environment.GetValueOrDefault(Commit) ?? "none").Distinct()];
        return commits is [{ Length: >= 40 } one]
            ? (isArchive ? url : $"{url.TrimEnd('/')}/archive/{Place}.zip").Replace(Place, one, StringComparison.Ordinal)
            : throw new UserMistakeException($"The runs were made by several commits of the suite or by none "
                + $"({string.Join(", ", commits)}): "
                + "run them again from one clone, or name the archive itself with --suite-url https://…/suite.zip.");
    }
}
