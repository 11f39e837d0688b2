using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>A portfolio of one part, run once on a learner's own table.</summary>
public sealed class OwnTablePortfolio : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("mlmaths-");

    public OwnTablePortfolio()
    {
        string table = Path.Combine(_home.FullName, "mine.csv");
        File.WriteAllText(table, Table);
        PortfolioRunOf.Answer("portfolio", "--only", "logistic", "--quick", "--data", table, "--target", "kind", "--out", Folder).Ending(0);
    }

    /// <summary>150 rows, two columns that tell two kinds apart, mostly.</summary>
    public static string Table { get; } = Drawn();

    public string Folder => Path.Combine(_home.FullName, "portfolio");

    public void Dispose() => _home.Delete(recursive: true);

    private static string Drawn()
    {
        Random random = new(7);
        StringBuilder table = new("width,height,kind\n");
        for (int row = 0; row < 150; row++)
        {
            bool isB = row % 3 == 0;
            table.Append(CultureInfo.InvariantCulture,
                $"{random.NextDouble() + (isB ? 0.6 : 0):0.000},{random.NextDouble():0.000},{(isB ? "b" : "a")}\n");
        }

        return $"{table}";
    }
}
