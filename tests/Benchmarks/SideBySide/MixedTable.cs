using System.Globalization;
using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// What a table of a shop or a clinic holds: amounts, counts, categories, names, a date, yes and no, and gaps; 20 columns.
/// </summary>
internal static class MixedTable
{
    public static void Write(string file, int rows)
    {
        var random = Seeds.Generator(7, DrawnFor.Worlds);
        string[] cities = ["Bern", "Graz", "Lyon", "Oslo", "Turin", "Ghent"], plans = ["basic", "plus", "pro"];
        using var writer = new StreamWriter(file);
        writer.Write("customer,joined,city,plan,active,age,visits,orders,returns,income,spent,balance,score,height,weight,rate,share,"
            + "left_in,note,churn\n");
        for (int row = 0; row < rows; row++)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"C{row:0000000},{new DateOnly(2020, 1, 1).AddDays(Whole(1500)):yyyy-MM-dd},{cities[Whole(6)]},{plans[Whole(3)]},"
                + $"{(Whole(2) == 0 ? "yes" : "no")},{18 + Whole(70)},{Whole(40)},{Whole(9)},{Whole(4)},{Amount()},"
                + $"{900 * Share():0.00},{2e4 * Share() - 1e4:0.00},{Share():0.000000},{150 + 50 * Share():0.0},{45 + 60 * Share():0.0},"
                + $"{Share():0.0000},{Share():0.0000},{Whole(365)},note {Whole(400)},{Whole(2)}\n"));
        }

        double Share() => random.NextDouble();
        int Whole(int below) => (int)(below * Share());
        string Amount() => Whole(9) == 0 ? "" : (9e4 * Share()).ToString("0.00", CultureInfo.InvariantCulture);
    }
}
