using System.Text;
using MlMaths.Torch.Data;

namespace MlMaths.Torch.Tests.Data;

public sealed class TextPoolTests
{
    [Fact]
    public void Texts_are_numbered_as_they_first_come_and_come_back_letter_for_letter()
    {
        var random = new Random(3);
        TextPool pool = new();
        Dictionary<string, int> expected = [];
        for (int i = 0; i < 50_000; i++)
        {
            string text = $"{(random.Next(2) == 0 ? "größe " : "")}{random.Next(20_000)}";
            expected.TryAdd(text, expected.Count);
            Assert.Equal(expected[text], pool.NumberOf(Encoding.UTF8.GetBytes(text)));
        }

        Assert.Equal(expected.OrderBy(one => one.Value).Select(one => one.Key), pool.All());
        Assert.Equal(-1, pool.Find("never"u8));
        Assert.Equal(0, pool.Find(Encoding.UTF8.GetBytes(pool[0])));
    }
}
