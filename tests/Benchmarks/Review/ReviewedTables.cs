using System.Globalization;
using System.Text;

namespace MlMaths.Torch.Benchmarks;

/// <summary>
/// Tables at the edge of what the programs take: few rows, a rare class, a class called 1, a target that is a sum, noise alone.
/// </summary>
internal static class ReviewedTables
{
    public static void Write(string folder)
    {
        var random = new Random(11);
        Save("lopsided.csv", "a,b,c,outcome", 800, _ =>
        {
            double a = Normal(), b = Normal();
            return $"{N(a)},{N(b)},{N(Normal())},{(random.NextDouble() < 0.04 ? "yes" : "no")}";
        });
        Save("small.csv", "a,b,outcome", 60, row =>
        {
            double a = Normal();
            return $"{N(a)},{N(Normal())},{(a + Normal() > 0 ? "sick" : "well")}";
        });
        Save("ones.csv", "height,weight,age,outcome", 500, _ =>
        {
            double a = Normal(), b = Normal(), c = Normal();
            return $"{N(a)},{N(b)},{N(c)},{(a - b + 0.7 * Normal() > 0.3 ? 1 : 0)}";
        });
        Save("sums.csv", "east,west,noise,total", 300, _ =>
        {
            double a = Normal(), b = Normal();
            return $"{N(a)},{N(b)},{N(Normal())},{N(Math.Round(a, 3) + Math.Round(b, 3))}";
        });
        Save("prices.csv", "rooms,area,price", 200, _ => $"{N(Normal())},{N(Normal())},{N(100 + 20 * Normal())}");
        Save("tables.csv", "x,y,z,kind", 450, row => $"{N(3 * (row % 3) + Normal())},{N(Normal())},{N(Normal())},k{row % 3}");
        Save("orders.csv", "day,value,distance,late", 900, row =>
        {
            double distance = random.NextDouble();
            return $"{1 + row * 60 / 900},{N(Math.Exp(3 + 2 * random.NextDouble()))},{N(distance)},"
                + (random.NextDouble() < 0.02 + 0.3 * distance * distance ? "yes" : "no");
        });
        Save("few.csv", "a,b,y", 32, row =>
        {
            double a = Normal();
            return $"{N(a)},{N(Normal())},{N(2 * a + Normal())}";
        });
        Save("tail.csv", "a,b,y", 240, row =>
        {
            double a = Normal();
            return $"{N(a)},{N(Normal())},{N(Math.Exp(2 * a + Normal()))}";
        });
        Save("scores.csv", "outcome,first,second,ties", 160, row =>
        {
            bool yes = random.NextDouble() < 0.15;
            double first = 1 / (1 + Math.Exp(-(yes ? 0.5 : -1.5) - Normal())), second = 1 / (1 + Math.Exp(-(yes ? 0.3 : -1) - Normal()));
            return $"{(yes ? "yes" : "no")},{N(first)},{N(second)},{(first > 0.5 ? "0.75" : "0.25")}";
        });

        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

        string N(double number) => number.ToString("0.000", CultureInfo.InvariantCulture);

        void Save(string name, string header, int rows, Func<int, string> row)
        {
            var text = new StringBuilder(header).Append('\n');
            for (int i = 0; i < rows; i++) text.Append(row(i)).Append('\n');
            File.WriteAllText(Path.Combine(folder, name), text.ToString());
        }
    }
}
