using System.Text;

namespace MlMaths.Torch.Tests;

/// <summary>A file of a user's, for as long as a test takes.</summary>
internal sealed class CsvFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlmaths-csv-");

    public CsvFile(string text) : this(Encoding.UTF8.GetBytes(text)) { }

    public CsvFile(byte[] bytes) => File.WriteAllBytes(Path, bytes);

    public string Path => System.IO.Path.Combine(_folder.FullName, "mine.csv");

    /// <summary>Two classes that overlap, 60 rows, under the given names.</summary>
    public static CsvFile TwoClasses(
        string first = "height", string second = "weight", string target = "kind", string positive = "yes", string negative = "no")
    {
        var random = new Random(1);
        StringBuilder text = new($"{Quoted(first)},{Quoted(second)},{Quoted(target)}\n");
        for (int row = 0; row < 60; row++)
        {
            double x = Math.Round(random.NextDouble() * 4 + row % 2, 3), z = Math.Round(random.NextDouble(), 3);
            text.Append(FormattableString.Invariant($"{x},{z},{Quoted(row % 2 == 0 ? negative : positive)}\n"));
        }

        return new CsvFile(text.ToString());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
