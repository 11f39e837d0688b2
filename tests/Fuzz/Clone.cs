namespace MlMaths.Torch.Fuzz;

/// <summary>The clone that this program was built from.</summary>
internal static class Clone
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MlMaths.Torch.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException("No MlMaths.Torch.sln stands above the built program.");
    }
}
