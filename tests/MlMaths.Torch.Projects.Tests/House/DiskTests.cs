namespace MlMaths.Torch.Tests.House;

/// <summary>Half a gigabyte of libtorch is linked into each bin folder, not copied.</summary>
public sealed class DiskTests
{
    private const long Budget = 150_000_000;

    [Fact]
    public void What_is_built_takes_under_150_MB_beyond_the_NuGet_cache()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "du counts linked files once on Linux.");
        string[] built = [.. Directory.EnumerateFiles(Repository.Folder, "*.csproj", SearchOption.AllDirectories)
            .Select(project => Path.GetDirectoryName(project)!)
            .SelectMany(folder => new[] { Path.Combine(folder, "bin"), Path.Combine(folder, "obj") })
            .Where(Directory.Exists)];

        // du counts a file once however many folders link to it; the cache comes first, so the rest is what is not in it.
        Command usage = Command.Run("du", ["--summarize", "--block-size=1", "--exclude=.playwright", NuGetCache.Folder, .. built]);
        long[] sizes = [.. usage.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => long.Parse(line.Split('\t')[0]))];

        Assert.NotEmpty(sizes);
        Assert.True(sizes.Sum() < Budget,
            $"bin and obj take {sizes.Sum() / 1_000_000} MB beyond the NuGet cache (in another file system, perhaps, "
            + $"where nothing can be linked?):\n{usage.Output}");
    }
}
