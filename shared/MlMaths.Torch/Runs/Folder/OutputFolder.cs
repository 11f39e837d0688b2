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
            HiddenFolders.Probe(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            if (cause is IOException && MachineLimit.Of(cause, Existing(folder)) is { IsRoom: true } limit)
                throw new UserMistakeException(limit.Sentence(null), cause);
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

    /// <summary>The folder itself, or the one above it that is there: all of them are on one disk.</summary>
    private static string Existing(string folder)
    {
        DirectoryInfo? level = new(folder);
        while (level is { Exists: false, Parent: not null })
            level = level.Parent;
        return level.FullName;
    }

    private static void RemoveEmpty(List<DirectoryInfo> created)
    {
        foreach (DirectoryInfo level in created)
        {
            level.Refresh();
            if (!level.Exists || level.EnumerateFileSystemInfos().Any()) continue;
            try
            {
                level.Delete();
            }
            catch (IOException)
            {
                // Another run, started at the same time, has begun to write there.
            }
        }
    }
}
