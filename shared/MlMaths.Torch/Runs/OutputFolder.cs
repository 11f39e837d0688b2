using MlMaths.Torch.Data;

namespace MlMaths.Torch.Runs;

/// <summary>Where run folders are made.</summary>
internal static class OutputFolder
{
    /// <summary>Tries to write there, leaves everything as it was, and tells the user where that fails.</summary>
    public static void RequireWritable(string folder)
    {
        List<DirectoryInfo> created = [];
        try
        {
            for (DirectoryInfo? level = new(folder); level is { Exists: false }; level = level.Parent)
                created.Add(level);
            Directory.CreateDirectory(folder);
            File.Create(Path.Combine(folder, $".{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserMistakeException(
                $"--out is {Quoted.Path(folder)}, which cannot be written ({cause.Message.TrimEnd('.')}): "
                    + "name a folder that you may write to, for instance --out runs.",
                cause);
        }
        finally
        {
            RemoveEmpty(created);
        }
    }

    private static void RemoveEmpty(List<DirectoryInfo> created)
    {
        foreach (DirectoryInfo level in created)
        {
            level.Refresh();
            if (level.Exists && !level.EnumerateFileSystemInfos().Any())
                level.Delete();
        }
    }
}
