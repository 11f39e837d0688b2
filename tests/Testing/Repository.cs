namespace MlMaths.Torch.Tests;

/// <summary>The clone that the tests were built from.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlMaths.Torch.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No MlMaths.Torch.sln stands above the test binaries.");
    }
}
