namespace MlMaths.Torch.Runs;

/// <summary>Scores of rows that a run has never seen, as a CSV file wherever the user wants it.</summary>
public static class ScoresFile
{
    /// <summary>Writes it whole or not at all; a file of that name is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="headers">Names of the columns.</param>
    /// <param name="rows">Cells: text (which no spreadsheet will take for a formula), numbers, or null for blank.</param>
    /// <exception cref="UserMistakeException">The place cannot be written to.</exception>
    public static void Write(string path, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string unfinished = Path.Combine(folder, $".{Guid.NewGuid():N}{RunFolder.Unfinished}");
        try
        {
            Directory.CreateDirectory(folder);
            using (FileStream stream = new(unfinished, FileMode.CreateNew))
                new ResultTable(Path.GetFileName(path), headers, rows).Write(stream);
            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException
            && MachineLimit.Of(cause, folder) is not { IsRoom: true })
        {
            throw new UserMistakeException(
                $"--out is {Quoted.Path(path)}, which cannot be written ({cause.Message.TrimEnd('.')}): name a file in a folder that you "
                    + $"may "
                + "write to, for instance --out scores.csv.", cause);
        }
        finally
        {
            if (File.Exists(unfinished)) File.Delete(unfinished);
        }
    }
}
