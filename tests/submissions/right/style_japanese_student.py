import numpy as np

# ===== 課題1:3層ネットワーク =====
np.random.seed(42)
入力 = np.random.randn(100, 8)

重み = {
    "第1層": np.random.randn(8, 16),
    "第2層": np.random.randn(16, 8),
    "第3層": np.random.randn(8, 3),
}

データ = 入力
print("入力の形:", データ.shape)
for 名前, w in 重み.items():
    データ = データ @ w
    print(f"{名前}の後の形: {データ.shape[0]}行 {データ.shape[1]}列")

# ===== 課題2:転置 =====
A = np.random.randn(5, 3)
B = np.random.randn(5, 4)
try:
    A @ B
except ValueError:
    print("そのままでは掛けられません")
積 = A.T @ B
print(f"転置してから掛けると: {積.shape[0]}行 {積.shape[1]}列")
assert 積.shape == (3, 4)

# ===== 課題3:手計算 =====
def 行列積(左, 右):
    結果 = []
    for 行 in 左:
        新しい行 = []
        for 列番号 in range(len(右[0])):
            合計 = 0
            for 番号, 値 in enumerate(行):
                合計 += 値 * 右[番号][列番号]
            新しい行.append(合計)
        結果.append(新しい行)
    return 結果

A = [[1, 2], [3, 4]]
B = [[5, 6], [7, 8]]
手計算 = 行列積(A, B)
正解 = np.array(A) @ np.array(B)
print("手計算:", 手計算)
print("NumPy:", 正解.tolist())
print("一致しています" if np.array_equal(手計算, 正解) else "一致していません")
